import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, createServer as createTcpServer, type Server as TcpServer } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { createProxy } from './proxy.ts'
import { failureOf, openUpstream } from './upstream.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

const portOf = async (server: Server | TcpServer): Promise<number> => {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

const der = (tag: number, ...parts: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/** A certificate that nobody signed but itself. */
const selfSigned = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, 'localhost'))))
  const algorithm = Buffer.from('300a06082a8648ce3d040302', 'hex')
  const facts = der(
    0x30,
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(0x30, der(0x17, '200101000000Z'), der(0x17, '491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', facts, privateKey))
  const body = der(0x30, facts, algorithm, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }
}

const ask = async (base: string, through: string | null = null) => {
  const send = openUpstream(base, through)
  const proxy = createProxy(base, { send, proxy: through === null ? null : new URL(through).host })
  const answer = await proxy(
    new Request('http://localhost/api/instance/', { headers: { Authorization: 'Bearer key' } }),
  )
  const json: unknown = await answer.json()
  return { status: answer.status, json }
}

describe('why there is no answer', () => {
  it('is told apart: a certificate that nobody vouches for', async () => {
    let asked = 0
    const port = await portOf(
      createTlsServer(selfSigned(), (_, response) => {
        asked += 1
        response.end('[]')
      }),
    )
    expect(await ask(`https://127.0.0.1:${port}/api`)).toEqual({
      status: 502,
      json: {
        error: `The certificate of 127.0.0.1:${port} is not trusted: it is self-signed. Nothing was sent.`,
      },
    })
    expect(asked).toBe(0)
  })

  it('is told apart: a service that does not speak HTTPS', async () => {
    const port = await portOf(createServer((_, response) => response.end('[]')))
    expect(await ask(`https://127.0.0.1:${port}/api`)).toEqual({
      status: 502,
      json: { error: `127.0.0.1:${port} does not speak HTTPS there. Nothing was sent.` },
    })
  })

  it('is told apart: a service that speaks something else', async () => {
    const port = await portOf(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')))
    expect(await ask(`http://127.0.0.1:${port}/api`)).toEqual({
      status: 502,
      json: { error: `What 127.0.0.1:${port} answered is not HTTP.` },
    })
  })

  it('is told apart: a name that nobody has', async () => {
    const { status, json } = await ask('http://nobody.invalid/api')
    expect(status).toBe(502)
    expect(json).toEqual({ error: 'nobody.invalid could not be reached: its name was not found (DNS).' })
  })

  it.each([
    [
      'CERT_HAS_EXPIRED',
      502,
      'The certificate of x.example is not trusted: it has expired. Nothing was sent.',
    ],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      502,
      'The certificate of x.example is not trusted: it is for another name. Nothing was sent.',
    ],
    ['EAI_AGAIN', 502, 'x.example could not be reached: its name was not found (DNS).'],
    ['ENETUNREACH', 502, 'x.example could not be reached: there is no way to it in the network.'],
    ['UND_ERR_CONNECT_TIMEOUT', 504, 'x.example could not be reached in time.'],
    ['ESOMETHING', 502, 'x.example could not be reached.'],
  ])('is told apart by the code of Node: %s', (code, status, sentence) => {
    const cause = Object.assign(new Error('secret'), { code })
    const error = new TypeError('fetch failed', { cause })
    expect(failureOf(error, 'x.example', null)).toEqual({ status, sentence, code })
  })
})

describe('through a proxy', () => {
  /** A proxy that lets `CONNECT` through, or refuses it, and notes what it was asked for. */
  const startProxy = async (status: number) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('["by proxy"]')
    })
    server.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`)
      if (status !== 200) {
        socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
        return
      }
      const [host = '', port = ''] = (request.url ?? '').split(':')
      const service = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        service.pipe(socket).pipe(service)
      })
      service.on('error', () => socket.destroy())
      socket.on('error', () => service.destroy())
    })
    return { asked, port: await portOf(server) }
  }

  it('an https service is asked by a tunnel, with the name and password of the proxy', async () => {
    const service = await portOf(createTlsServer(selfSigned()))
    const { asked, port } = await startProxy(200)
    const { json } = await ask(`https://127.0.0.1:${service}/api`, `http://ada:pass@127.0.0.1:${port}`)
    expect(asked).toEqual([
      `CONNECT 127.0.0.1:${service} Basic ${Buffer.from('ada:pass').toString('base64')}`,
    ])
    // It got as far as the service's certificate.
    expect(json).toEqual({ error: expect.stringContaining('it is self-signed') })
  })

  it('an http service is asked by its whole address', async () => {
    const { asked, port } = await startProxy(200)
    expect((await ask('http://service.invalid/api', `http://127.0.0.1:${port}`)).json).toEqual(['by proxy'])
    expect(asked).toEqual(['GET http://service.invalid/api/instance/'])
  })

  it('what it refuses is said of the proxy, without its password', async () => {
    const { port } = await startProxy(407)
    expect(await ask('https://service.invalid/api', `http://ada:hidden@127.0.0.1:${port}`)).toEqual({
      status: 502,
      json: {
        error: `The proxy 127.0.0.1:${port} did not let the request through to service.invalid (status 407).`,
      },
    })
  })

  it('a proxy that is not there is said to be the proxy', async () => {
    const gone = createServer()
    const port = await portOf(gone)
    await new Promise((resolve) => gone.close(resolve))
    expect((await ask('https://service.invalid/api', `http://127.0.0.1:${port}`)).json).toEqual({
      error: `The proxy 127.0.0.1:${port} could not be reached: it refused the connection.`,
    })
  })
})
