import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { portOf } from '../../e2e/upstream/ports.ts'

/** A request as the service saw it. */
interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** What a service may send that must not reach the browser, or steer the server in between. */
const hostileHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=31536000',
  'Clear-Site-Data': '"*"',
  'Content-Security-Policy': "default-src * 'unsafe-inline'",
  Link: '</api/x.js>; rel=preload; as=script',
  NEL: '{"report_to":"x","max_age":31536000,"include_subdomains":true}',
  Refresh: '0; url=https://evil.example/',
  'Report-To': '{"group":"x","max_age":1,"endpoints":[{"url":"https://evil.example/"}]}',
  Server: 'service/1.0',
  'Service-Worker-Allowed': '/',
  'Set-Cookie': 'session=of-the-service; Path=/',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  SourceMap: 'https://evil.example/map',
  'X-Accel-Redirect': '/index.html',
  'X-Content-Type-Options': 'sniff-me',
  'X-Powered-By': 'service',
}

/** One of each that may come through. */
export const listedHeaders = {
  Allow: 'GET',
  Date: 'Sun, 06 Nov 1994 08:49:37 GMT',
  'Retry-After': '7',
  'WWW-Authenticate': 'Bearer realm="api", error="invalid_token"',
  'X-Request-Id': 'r-17',
}

const instances = JSON.stringify([{ name: 'notebook', original_ccloud_password: 'abc123def456' }])

type Handler = (response: ServerResponse, request: Seen) => void

const send =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Handler =>
  (response) => {
    response.writeHead(status, { ...hostileHeaders, ...headers, 'Content-Type': type })
    response.end(body)
  }

/** Where a service may redirect to, by path, and what is to be said of that. `{self}` is the service itself. */
export const redirects: Readonly<Record<string, readonly [location: string | null, said: RegExp]>> = {
  '/api/moved': ['/api/instance/', / redirects within its API\. It was not followed\.$/],
  '/api/moved-whole': [
    'https://{self}/api/instance/?x',
    / redirects within its API\. It was not followed\.$/,
  ],
  '/api/moved-away': [
    'https://login.example.org/?to=/secret"',
    / sends us to login\.example\.org: something in between asks for a sign-in\.$/,
  ],
  '/api/moved-asking': [
    'HTTPS://login.example.org?to=secret',
    / sends us to login\.example\.org: something in between asks for a sign-in\.$/,
  ],
  '/api/moved-near': [
    '//localhost:1/api/',
    / sends us to localhost:1: something in between asks for a sign-in\.$/,
  ],
  '/api/moved-aside': [
    '/login',
    / sends us to localhost(?::\d+)?: something in between asks for a sign-in\.$/,
  ],
  '/api/moved-odd': ['http://[";"', / redirects to nowhere\.$/],
  '/api/moved-loud': [
    'https://LOGIN.example.org:443/',
    / sends us to LOGIN\.example\.org:443: something in between asks for a sign-in\.$/,
  ],
  '/api/moved-bare': ['/api', / redirects within its API\. It was not followed\.$/],
  // Nobody is told to leave out TLS.
  '/api/moved-unencrypted': [
    'http://{self}/api/',
    / sends us to localhost:\d+: something in between asks for a sign-in\.$/,
  ],
  ...Object.fromEntries(
    [
      'https://login"example.org/',
      'https://login.example.org\\@evil.example/',
      'https://login.example.org@evil.example/',
      'https://login%2eexample.org/',
      'https:///evil.example/',
      'https:evil.example/',
      '/\\evil.example/',
      '\\\\evil.example/',
      'javascript:alert(1)',
      'instance/',
      '',
    ].map((location, at) => [`/api/moved-no-${at}`, [location, / redirects to nowhere\.$/]] as const),
  ),
  '/api/moved-nowhere': [null, / redirects to nowhere\.$/],
}

const redirect =
  (location: string | null): Handler =>
  (response, request) => {
    const to = location?.replace('{self}', request.headers.host ?? '')
    const headers = {
      ...hostileHeaders,
      'Content-Type': 'text/html',
      ...(to === undefined ? {} : { Location: to }),
    }
    response.writeHead(302, headers).end('<a>moved</a>')
  }

/** Types that are none of JSON and may look so at a glance. */
export const oddTypes = [
  'text/html; x=+json',
  'text/javascript; v=+json',
  'image/svg+xml; a=+json',
  'text/html+json',
  'application/jsonp',
  'application/json-seq',
  'application/json, text/html',
]

/** Statuses that no answer of the API has: some servers have a meaning of their own for them, or stumble. */
export const oddStatuses = ['205', '304', '600', '999', '000', '099', '101', '1000']

/** One head after another: a server in between that takes the first for the whole passes the second on as a body. */
const early =
  (type: string, body: string): Handler =>
  (response) => {
    const hints = Object.entries({ ...hostileHeaders, ...listedHeaders }).map((header) => header.join(': '))
    const head = ['HTTP/1.1 200 OK', `Content-Type: ${type}`, `Content-Length: ${body.length}`]
    response.socket?.end(['HTTP/1.1 103 Early Hints', ...hints, '', ...head, '', body].join('\r\n'))
  }

const handlers: Record<string, Handler> = {
  '/api/page': send(200, 'text/html', '<script src="/api/x.js"></script>'),
  '/api/long-page': send(200, 'text/html; charset=utf-8', '<p>no</p>'.repeat(50_000)),
  '/api/packed-page': send(200, 'text/html', 'not read', { 'Content-Encoding': 'gzip' }),
  '/api/sign-in-page': send(401, 'text/html', '<form>', { 'WWW-Authenticate': 'Bearer' }),
  '/api/x.js': send(200, 'text/javascript', 'send(localStorage)'),
  '/api/listed': send(429, 'application/json', '{"error":"slow down"}', listedHeaders),
  '/api/login': send(401, 'application/json', '{"detail":"no"}', { 'WWW-Authenticate': 'Basic realm="x"' }),
  '/api/both': send(401, 'application/json', '{"detail":"no"}', {
    'WWW-Authenticate': 'Bearer realm="api", Basic realm="x"',
  }),
  '/api/large': send(200, 'application/json', JSON.stringify(instances.repeat(100_000))),
  '/api/problem': send(422, 'application/problem+json', '{"detail":"no"}'),
  '/api/empty': send(200, 'text/plain', '', { 'Content-Length': '0' }),
  '/api/untyped': (response) => void response.writeHead(200, hostileHeaders).end('<script></script>'),
  '/api/busy-page': send(503, 'text/html', '<p>busy</p>', { 'Retry-After': '30' }),
  '/api/busy-redirect': send(302, 'text/html', '', { 'Retry-After': '30', Location: '/login' }),
  '/api/not-allowed': send(405, 'application/json', '{"detail":"no"}', { Allow: 'GET, PATCH' }),
  '/api/not-allowed-at-all': send(405, 'application/json', '{"detail":"no"}'),
  '/api/gone': (response) => void response.writeHead(204, hostileHeaders).end(),
  '/api/early': early('text/html', '<script></script>'),
  '/api/early-json': early('application/json', '{}'),
  ...Object.fromEntries(Object.entries(redirects).map(([path, [location]]) => [path, redirect(location)])),
  ...Object.fromEntries(oddTypes.map((type, index) => [`/api/odd-${index}`, send(200, type, 'alert(1)')])),
  '/api/upper': send(200, 'APPLICATION/JSON', '{}'),
  ...Object.fromEntries(
    oddStatuses.map((status) => [
      `/api/status-${status}`,
      (response) => void response.socket?.end(`HTTP/1.1 ${status} Odd\r\nContent-Length: 0\r\n\r\n`),
    ]),
  ),
  '/api/no-http': (response) => void response.socket?.end('<script>alert(1)</script>\r\n\r\n'),
  '/api/drop': (response) => void response.socket?.destroy(),
}

/** An HTTPS service that sends what it should not. `/api/drop` ends the connection without an answer. */
export const startUpstream = async (certificate: { key: string; cert: string }) => {
  const seen: Seen[] = []
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = '', url = '', headers } = request
    const asked = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
    seen.push(asked)
    const handler = handlers[url.replace(/\?.*/, '')] ?? send(200, 'application/json', instances)
    handler(response, asked)
  }
  const server: Server = createServer(certificate, (request, response) => {
    // A request that the server in between gives up is none.
    handle(request, response).catch(() => response.destroy())
  })
  // Every address of the loopback: a name with two of them leads here twice.
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  return {
    port: portOf(server),
    seen,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const typeA = 1

/** A DNS server that gives every name the addresses in `addresses`, and lets nobody keep them. */
export const startDns = async () => {
  const addresses = ['127.0.0.1']
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const end = query.indexOf(0, 12) + 5
    const question = query.subarray(12, end)
    const isA = query.readUInt16BE(end - 4) === typeA
    const answers = (isA ? addresses : []).map((address) =>
      Buffer.from([0xc0, 0x0c, 0, typeA, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
    )
    const head = Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, answers.length, 0, 0, 0, 0])
    query.copy(head, 0, 0, 2)
    socket.send(Buffer.concat([head, question, ...answers]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { port: socket.address().port, addresses, close: () => void socket.close() }
}

/** A plain WSGI service: like many, it reads a body by its Content-Length and knows no other way. Returns what it read. */
export const wsgiService = `
import ssl, sys
from wsgiref.simple_server import make_server, WSGIRequestHandler

class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass

def app(environ, start_response):
    body = environ['wsgi.input'].read(int(environ.get('CONTENT_LENGTH') or 0))
    start_response('200 OK', [('Content-Type', 'application/json')])
    return [body]

server = make_server('127.0.0.1', 0, app, handler_class=Quiet)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
`
