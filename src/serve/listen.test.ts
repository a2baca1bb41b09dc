import { createSandbox } from '#sandbox/sandbox.ts'
import { afterEach, describe, expect, it } from 'vitest'

import { listen } from './listen.ts'
import { BadSetting } from './settings.ts'

type Running = Awaited<ReturnType<typeof listen>>

const running: Running[] = []

const start = async (fetch: Parameters<typeof listen>[0], port = 0): Promise<string> => {
  const server = await listen(fetch, { port, host: '127.0.0.1' })
  running.push(server)
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
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

  it('says in a sentence that its port is taken', async () => {
    const base = await start(async () => new Response('first'))
    const port = Number(new URL(base).port)
    await expect(start(async () => new Response('second'), port)).rejects.toThrow(
      new BadSetting(`Port ${port} is already in use. Stop what uses it, or set PORT to another port.`),
    )
  })
})
