// npm start: installs and builds what is missing, then serves the production build with the sandbox or, with
// CCLOUD_API_URL, in front of the real service. The server runs in this process, so that a signal reaches it at once.
import { fileURLToPath, pathToFileURL } from 'node:url'

import { buildIfNeeded } from './build.mjs'
import { installIfNeeded } from './install.mjs'

// npm passes SIGTERM to the shell that it started, and the shell dies without passing it on: its death is the signal.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  const watch = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM')
  setInterval(watch, 300).unref()
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installIfNeeded()
await buildIfNeeded()
await import(pathToFileURL('dist-serve/main.js').href)
