import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { freePort } from './ports.ts'

const main = fileURLToPath(new URL('../../dist-serve/main.js', import.meta.url))

export interface StartedApp {
  /** Where the app is, without a path. */
  origin: string
  stop: () => void
}

/** Starts the built app in front of another service, as `npm start` does with `CCLOUD_API_URL`, on a port of its own. */
export const startApp = async (upstream: string): Promise<StartedApp> => {
  const port = await freePort()
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), CCLOUD_API_URL: upstream },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Its log of failed requests is no news here; why it did not start is.
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The app ended with code ${String(code)}. ${said}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Hatteras is at')) resolve()
    })
  })
  return { origin: `http://localhost:${port}`, stop: () => void child.kill() }
}

/** Tries to start the app with a setting it should refuse: its exit code and all that it said. */
export const refusedStart = (upstream: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    env: { ...process.env, PORT: '1', CCLOUD_API_URL: upstream },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { code: status, stdout, stderr }
}
