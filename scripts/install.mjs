import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

import { run } from './run.mjs'

const stamp = 'node_modules/.cache/hatteras/installed'

const lockHash = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

/** Installs the locked packages where they are missing or of another lock file. Ends the process when that fails. */
export const installIfNeeded = async () => {
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages…')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    console.error('The packages could not be installed. Check the network connection and run this again.')
    process.exit(1)
  }
  mkdirSync('node_modules/.cache/hatteras', { recursive: true })
  writeFileSync(stamp, wanted)
}
