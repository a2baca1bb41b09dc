// Fails where the app asks for more before its first page than it may. Printed with each run, so that a change tells what it cost.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** Brotli bytes of the JavaScript that the index page asks for, without the hashes in file names. Lower it when the app gets smaller. */
const budget = 129_600

if (!existsSync('dist/index.html')) {
  console.error('There is nothing to weigh yet: run npm run build first.')
  process.exit(1)
}

const page = readFileSync('dist/index.html', 'utf8')
const files = [...page.matchAll(/<[^>]*\b(?:type="module"|rel="modulepreload")[^>]*>/g)].flatMap(
  ([tag]) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [],
)
if (!files.some((path) => path.includes('/index-'))) {
  console.error('dist/index.html names no entry file, so this check proves nothing.')
  process.exit(1)
}

// The files name each other by hashes of what is in them, which alone move the sum by a hundred bytes or two.
const withoutHashes = (path) =>
  readFileSync(join('dist', path), 'utf8').replaceAll(/-[\w-]{8}(?=\.(?:js|css)\b)/g, '')
const sizes = files.map((path) => brotliCompressSync(withoutHashes(path)).length)
const total = sizes.reduce((sum, size) => sum + size, 0)
const said = `The first load asks for ${total} bytes of the app (brotli); it may be ${budget}.`
if (total > budget) console.error(said)
else console.log(said)
process.exit(total > budget ? 1 : 0)
