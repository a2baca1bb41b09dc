// Serves the built app with fresh sandbox worlds on a port of its own, for scripts that look at it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Serves the build in `cwd`. Returns the origin, and a function that ends the server and throws its worlds away. */
export const serveApp = async (cwd = '.') => {
  const port = await freePort()
  const cache = mkdtempSync(join(tmpdir(), 'hatteras-'))
  const env = { ...process.env, PORT: String(port), HATTERAS_CACHE: cache, CCLOUD_API_URL: '' }
  const stdio = ['ignore', 'pipe', 'inherit']
  const child = spawn(process.execPath, ['dist-serve/main.js'], { cwd, env, stdio })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error('The server did not start.')))
  })
  const stop = () => {
    child.once('exit', () => rmSync(cache, { recursive: true, force: true }))
    child.kill()
  }
  return { origin: `http://localhost:${port}`, stop }
}
