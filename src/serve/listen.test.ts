import { createServer, request as ask } from 'node:http'

import { createSandbox } from '#sandbox/sandbox.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { handleBehind } from './handlers.ts'
import { listen, type Listening } from './listen.ts'
import { BadSetting } from './settings.ts'

type Options = Partial<Parameters<typeof listen>[1]>

const running: Listening[] = []

const start = async (fetch: Parameters<typeof listen>[0], options: Options = {}): Promise<string> => {
  const server = await listen(fetch, { port: 0, host: '127.0.0.1', hosts: [], ...options })
  running.push(server)
  return `http://127.0.0.1:${server.port}`
}

const fine = async () => new Response('fine')

afterEach(() => {
  for (const server of running.splice(0)) server.close()
})

/** Asks with a Host header, and an address, of one's own. */
const statusFor = (base: string, host: string, path = '/'): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base)
    ask({ port, host: hostname, path, headers: { Host: host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })

describe('the server', () => {
  it('answers by HTTP what the sandbox answers', async () => {
    const base = await start(createSandbox().fetch)
    const headers = { Authorization: 'Bearer sandbox-empty' }
    const body = JSON.stringify({ resource_type: 'vm', n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 })
    const created = await fetch(`${base}/api/instance/`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body,
    })
    expect(created.status).toBe(201)
    const list = await fetch(`${base}/api/instance/`, { headers })
    expect(await list.json()).toHaveLength(1)
  })

  it('breaks the connection where a fault says so', async () => {
    const base = await start(createSandbox().fetch)
    const headers = { Authorization: 'Bearer sandbox-empty' }
    const body = JSON.stringify({ faults: [{ path: '/api/instance/', effect: 'drop', times: 1 }] })
    await fetch(`${base}/__sandbox/faults`, { method: 'POST', headers, body })
    await expect(fetch(`${base}/api/instance/`, { headers })).rejects.toThrow('fetch failed')
    expect((await fetch(`${base}/api/instance/`, { headers })).status).toBe(200)
  })

  it('answers 500 where its own code fails, and goes on', async () => {
    let calls = 0
    const base = await start(async () => {
      calls += 1
      if (calls === 1) throw new Error('bug')
      return new Response('fine')
    })
    expect((await fetch(base)).status).toBe(500)
    expect(await (await fetch(base)).text()).toBe('fine')
  })

  it('ends the connection where an answer breaks off, with no trace in the log, and goes on', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let calls = 0
    const base = await start(async () => {
      calls += 1
      if (calls > 1) return new Response('fine')
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('[1')),
        pull: async () => {
          await new Promise((resolve) => {
            setTimeout(resolve, 20)
          })
          throw new Error('half')
        },
      })
      return new Response(body)
    })
    const half = await fetch(base)
    await expect(half.text()).rejects.toThrow('terminated')
    expect(await (await fetch(base)).text()).toBe('fine')
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  it.each(['/api/..%2fetc', '/api/x/../../etc', '/api/%2e%2e/etc', '/x/../api/x', 'http://localhost/api/..'])(
    'has nothing at %s, which a service might tidy up',
    async (path) => {
      let calls = 0
      const base = await start(async () => {
        calls += 1
        return new Response()
      })
      expect(await statusFor(base, 'localhost', path)).toEqual({
        status: 404,
        text: '{"error":"There is nothing here."}',
      })
      expect((await statusFor(base, 'localhost', '/api/instance/a..b/?to=/../x')).status).toBe(200)
      expect(calls).toBe(1)
    },
  )

  it('refuses TRACE', async () => {
    const base = await start((request) => handleBehind({ api: fine, control: null }, request))
    const { port } = new URL(base)
    const status = await new Promise((resolve, reject) => {
      ask({ port, host: '127.0.0.1', path: '/api/instance/', method: 'TRACE' }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(405)
  })

  it('refuses a body that is too long, announced or not, and goes on', async () => {
    const { fetch: api } = createSandbox()
    const base = await start((request) => handleBehind({ api, control: api }, request))
    const send = (body: RequestInit['body'], path = '/api/instance/') => {
      const headers = { Authorization: 'Bearer sandbox-empty', 'Content-Type': 'application/json' }
      const init = { method: 'POST', headers, body: body ?? null, duplex: 'half' }
      return fetch(`${base}${path}`, init)
    }
    const long = `{"name":"${'x'.repeat(70_000)}"}`
    for (const body of [long, new Blob([long]).stream()]) {
      const answer = await send(body)
      expect(answer.status).toBe(413)
      expect(await answer.json()).toEqual({
        error: 'The request is too large: 64 KiB is the most.',
      })
    }
    expect((await send('{}')).status).toBe(400)
    // A fleet to plant is longer than anything the API takes.
    const rows = Array.from({ length: 3000 }, (_, at) => ({ name: `box-${at}`, state: 'exited' }))
    expect((await send(JSON.stringify({ instances: rows }), '/__sandbox/seed')).status).toBe(200)
    expect((await send('x'.repeat(1_100_000), '/__sandbox/seed')).status).toBe(413)
  })
})

describe('the addresses of the server', () => {
  it('are both loopback addresses for localhost, on the same port', async () => {
    const base = await start(fine, { host: 'localhost' })
    const { port } = new URL(base)
    for (const host of ['127.0.0.1', '[::1]', 'localhost'])
      expect(await (await fetch(`http://${host}:${port}`)).text()).toBe('fine')
  })

  it('are those that the machine has, where it has no IPv6', async () => {
    const base = await start(fine, { addresses: ['127.0.0.1', '2001:db8::1'] })
    expect((await fetch(base)).status).toBe(200)
    await expect(start(fine, { addresses: ['2001:db8::1', '2001:db8::2'] })).rejects.toThrow(BadSetting)
  })

  it('are refused in a sentence where the port is taken', async () => {
    const port = Number(new URL(await start(fine)).port)
    await expect(start(fine, { port })).rejects.toThrow(
      new BadSetting(`Port ${port} is already in use. Stop what uses it, or set PORT to another port.`),
    )
  })

  it.each(['x86_64-conda-linux-gnu.invalid', '192.0.2.77', 'http://localhost'])(
    'are refused by the name of the setting where HOST is %s, and not of this machine',
    async (host) => {
      await expect(start(fine, { host })).rejects.toThrow(
        `HOST is ${host}, which is no address of this machine. Leave it out`,
      )
    },
  )

  it('are refused where another server has only [::1], and are free again then', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '::1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(start(fine, { port, host: 'localhost' })).rejects.toThrow(
      `Port ${port} is already in use on ::1, and browsers may look there for localhost. Stop what uses it, or set PORT to another port.`,
    )
    other.close()
    await expect(start(fine, { port })).resolves.toContain(String(port))
  })
})

describe('a request for another host', () => {
  it.each(['evil.example', 'evil.example:5173', 'localhost.evil.example'])(
    'is refused with a sentence: %s',
    async (host) => {
      let calls = 0
      const base = await start(async () => {
        calls += 1
        return new Response()
      })
      const { status, text } = await statusFor(base, host, '/api/instance/')
      expect(status).toBe(421)
      expect(text).toContain(`does not go by ${host.replace(':5173', '')}.`)
      expect(text).toContain('HATTERAS_HOSTS')
      expect((await statusFor(base, 'localhost', 'http://evil.example/')).status).toBe(421)
      expect((await statusFor(base, 'a"b<c')).status).toBe(421)
      expect(calls).toBe(0)
    },
  )

  it('is served where the setting lists the name', async () => {
    const base = await start(fine, { hosts: ['dashboard.lab.example'] })
    expect((await statusFor(base, 'dashboard.lab.example')).status).toBe(200)
    expect((await statusFor(base, 'localhost:1')).status).toBe(200)
  })
})
