// HTTP/2 with TLS before a server of the app, as a host on the internet has it, and its API as far away as one there.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** How much later each answer of the API comes, in ms. */
const apiDelay = 150

const folder = '.cache/bench'
const key = `${folder}/key.pem`
const certificate = `${folder}/certificate.pem`

const makeCertificate = () => {
  if (existsSync(certificate)) return
  mkdirSync(folder, { recursive: true })
  const name = ['-subj', '/CN=localhost', '-days', '3650', '-nodes']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const files = ['-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', ...curve, ...name, ...files], { stdio: 'ignore' })
}

/** Headers of one connection, which HTTP/2 does not have. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host'])

const withoutConnection = (headers) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ofConnection.has(name)),
  )

/** Puts HTTP/2 before the server at `origin` (http). Returns the new origin, and a function that closes it. */
export const openFront = async (origin) => {
  makeCertificate()
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) })
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined)
    const { ':path': path, ':method': method } = headers
    const onward = request(new URL(path, origin), { method, headers: withoutConnection(headers) })
    onward.on('error', () => stream.close())
    const pass = async (response) => {
      if (path.startsWith('/api/')) await wait(apiDelay)
      if (stream.destroyed) return
      stream.respond({ ':status': response.statusCode, ...withoutConnection(response.headers) })
      response.pipe(stream)
    }
    onward.on('response', (response) => void pass(response))
    stream.pipe(onward)
  })
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const sessions = new Set()
  server.on('session', (session) => sessions.add(session))
  const close = () => {
    for (const session of sessions) session.destroy()
    server.close()
  }
  return { origin: `https://localhost:${server.address().port}`, close }
}
