// Fails where the built app holds sandbox code. The words looked for must be found in the built server: a check that
// cannot fail proves nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that only sandbox code has: its control endpoint, a name that belongs to others, its oddest machine. */
const markers = ['/__sandbox/', 'taken-elsewhere', 'DroppedConnection', 'single-cell-perturbation-screen']

const textOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|html|css|json|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const holders = (folder, marker) =>
  textOf(folder)
    .filter(({ text }) => text.includes(marker))
    .map(({ file }) => file)

if (!existsSync('dist') || !existsSync('dist-serve')) {
  console.error('There is nothing to look at yet: run npm run build first.')
  process.exit(1)
}

const leaks = markers.flatMap((marker) =>
  holders('dist', marker).map((file) => `${file} holds sandbox code: it contains "${marker}".`),
)
const blanks = markers
  .filter((marker) => holders('dist-serve', marker).length === 0)
  .map((marker) => `"${marker}" is not in dist-serve, so this check proves nothing: choose another marker.`)

const problems = [...leaks, ...blanks]
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log('The built app holds no sandbox code.')
process.exit(problems.length === 0 ? 0 : 1)
