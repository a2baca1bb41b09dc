// npm start: installs and builds what is missing, then serves the production build with the sandbox or, with
// CCLOUD_API_URL, in front of the real service. The server runs in this process, so that a signal reaches it at once.
import { fileURLToPath, pathToFileURL } from 'node:url'

import { buildIfNeeded } from './build.mjs'
import { installIfNeeded } from './install.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await installIfNeeded()
await buildIfNeeded()
await import(pathToFileURL('dist-serve/main.js').href)
