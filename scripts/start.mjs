// npm start: installs and builds what is missing, then serves the production build with the sandbox or, with
// CCLOUD_API_URL, in front of the real service. The server runs in this process, so that a signal reaches it at once.
import { fileURLToPath, pathToFileURL } from 'node:url'

import { requireNode } from './node-version.mjs'

requireNode()

// npm passes SIGTERM to the shell that it started, and the shell dies without passing it on: its death is the signal.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  const watch = () => process.ppid === parent || process.kill(process.pid, 'SIGTERM')
  setInterval(watch, 300).unref()
}

const { makeCache, readSettings } = await import('../src/serve/plain-settings.mjs')
const { installIfNeeded } = await import('./install.mjs')
const { buildIfNeeded } = await import('./build-if-needed.mjs')

/** The server reads its settings again; a wrong one is not worth the wait for a build. */
const checkSettings = (env) => {
  try {
    makeCache(readSettings(env))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
checkSettings(process.env)
await installIfNeeded()
await buildIfNeeded()
await import(pathToFileURL('dist-serve/main.js').href)
