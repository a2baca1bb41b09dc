import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

import * as z from 'zod/mini'

/** Runs before all other scripts of a page: sends on what a console would show. What breaks off since the page is left is none. */
const script = `(() => {
  let isLeaving = false
  const note = (text) => isLeaving || navigator.sendBeacon('/__probe/note', String(text).slice(0, 500))
  addEventListener('beforeunload', () => { isLeaving = true })
  // A page may be left before it is shown for the first time.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) isLeaving = false })
  for (const level of ['error', 'warn']) {
    const old = console[level]
    console[level] = (...lines) => { note(level + ': ' + lines.map((one) => one?.stack ?? one).join(' ')); old.apply(console, lines) }
  }
  addEventListener('error', (event) => note('uncaught: ' + (event.message ?? event.target?.src ?? event.target?.href)), true)
  addEventListener('unhandledrejection', ({ reason }) => note('rejected: ' + (reason?.stack ?? reason)))
  addEventListener('securitypolicyviolation', (event) => note('policy: ' + event.violatedDirective + ' ' + event.blockedURI))
})()`

const addressSchema = z.object({ port: z.number() })

/** Stands before the app's server for a browser whose driver has no console. */
export interface Probe {
  origin: string
  /** What was noted since the last time it was asked. */
  notes: () => string[]
  stop: () => void
}

const readAll = async (message: IncomingMessage): Promise<string> => {
  let text = ''
  message.setEncoding('utf8')
  for await (const part of message) text += part
  return text
}

/** Passes an answer back; a page with the script first. */
const passBack = async (answer: IncomingMessage, response: ServerResponse) => {
  const status = answer.statusCode ?? 502
  if (!(answer.headers['content-type'] ?? '').startsWith('text/html')) {
    response.writeHead(status, answer.headers)
    answer.pipe(response)
    return
  }
  const { 'content-length': _, etag: __, ...kept } = answer.headers
  const page = await readAll(answer)
  response.writeHead(status, kept)
  response.end(page.replace('<head>', '<head><script src="/__probe/script.js"></script>'))
}

const passOn = (target: URL, { url, method, headers }: IncomingMessage, response: ServerResponse) =>
  request(
    {
      hostname: target.hostname,
      port: target.port,
      path: url,
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
    },
    (answer) => void passBack(answer, response),
  ).on('error', () => response.destroy())

export const startProbe = async (app: string): Promise<Probe> => {
  let noted: string[] = []
  const note = async (asked: IncomingMessage, response: ServerResponse) => {
    noted.push(await readAll(asked))
    response.writeHead(204).end()
  }
  const server = createServer((asked, response) => {
    if (asked.url === '/__probe/script.js') response.setHeader('content-type', 'text/javascript').end(script)
    else if (asked.url === '/__probe/note') void note(asked, response)
    else asked.pipe(passOn(new URL(app), asked, response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${z.parse(addressSchema, server.address()).port}`,
    notes: () => {
      const all = noted
      noted = []
      return all
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
