import { describe, expect, it } from 'vitest'

import { brokenPromise, openTestSandbox } from '../test-client.ts'

const open = () => {
  const sandbox = openTestSandbox()
  return { ...sandbox, client: sandbox.client('sandbox-lab') }
}

describe('stop', () => {
  it.each([
    ['gateway', 'shut_off', /^VM 192\.168\.30\.\d+ is being stopped safely\. Data preserved\.$/],
    ['rna-atlas', 'exited', /^Container .* is being stopped safely\. Data preserved\.$/],
  ])('leads %s to %s', async (ref, state, message) => {
    const { client, pass } = open()
    const answer = await client.action(ref, 'stop')
    expect(answer).toMatchObject({ status: 200, json: { state, message: expect.stringMatching(message) } })
    expect(brokenPromise('stop', answer)).toBeNull()
    pass(2)
    expect((await client.get(ref)).state).toBe('running')
    pass(1)
    expect((await client.get(ref)).state).toBe(state)
  })

  it('is refused while it is under way already', async () => {
    const { client } = open()
    await client.action('rna-atlas', 'stop')
    expect((await client.action('rna-atlas', 'stop')).status).toBe(400)
  })
})

describe('restart', () => {
  it.each(['dev-server', 'geo-maps-2025'])('brings %s back', async (ref) => {
    const { client, pass } = open()
    const before = (await client.get(ref)).state
    const answer = await client.action(ref, 'restart')
    expect(answer).toMatchObject({ status: 200, json: { state: 'running' } })
    expect(brokenPromise('restart', answer)).toBeNull()
    expect((await client.get(ref)).state).toBe(before)
    pass(3)
    expect((await client.get(ref)).state).toBe('running')
  })

  it('may follow a stop at once', async () => {
    const { client, pass } = open()
    await client.action('rna-atlas', 'stop')
    expect((await client.action('rna-atlas', 'restart')).status).toBe(200)
    pass(60)
    expect((await client.get('rna-atlas')).state).toBe('running')
  })
})

const byState = [
  ['brave-box-979', 'provisioning', 400, 400],
  ['rna-atlas', 'running', 200, 400],
  ['gateway', 'running', 200, 400],
  ['dev-server', 'shut_off', 400, 200],
  ['geo-maps-2025', 'exited', 400, 200],
  ['star-index', 'error', 400, 400],
  ['field-trial-2023', 'deleted', 400, 400],
] as const

describe.each(byState)('%s, which is %s,', (ref, state, stop, restart) => {
  it(`answers ${stop} to stop and ${restart} to restart`, async () => {
    for (const [action, status] of [
      ['stop', stop],
      ['restart', restart],
    ] as const) {
      const { client } = open()
      expect((await client.get(ref)).state).toBe(state)
      const answer = await client.action(ref, action)
      expect(answer.status).toBe(status)
      expect(brokenPromise(action, answer)).toBeNull()
    }
  })
})

describe.each(byState.filter(([, state]) => state !== 'deleted'))('%s, which is %s,', (ref) => {
  it('can be deleted', async () => {
    const { client } = open()
    const answer = await client.ask('DELETE', `/api/instance/${ref}/`)
    expect(answer.status).toBe(204)
    expect(brokenPromise('delete', answer)).toBeNull()
    expect((await client.ask('GET', `/api/instance/${ref}/`)).status).toBe(404)
    expect((await client.list()).map(({ name }) => name)).not.toContain(ref)
  })
})

describe('what is not there', () => {
  it('can be neither stopped nor restarted nor deleted', async () => {
    const { client } = open()
    for (const answer of [
      await client.action('no-such-box', 'stop'),
      await client.action('no-such-box', 'restart'),
      await client.ask('DELETE', '/api/instance/no-such-box/'),
    ])
      expect(answer).toMatchObject({ status: 404, json: { error: expect.any(String) } })
  })

  it('includes what is told of as deleted, for every action but looking', async () => {
    const { client } = open()
    const path = '/api/instance/field-trial-2023/'
    expect((await client.ask('GET', path)).status).toBe(200)
    expect((await client.ask('DELETE', path)).status).toBe(404)
    expect(await client.ask('PATCH', path, { name: 'again' })).toMatchObject({
      status: 400,
      json: { detail: expect.any(String) },
    })
  })

  it('includes what was deleted a moment ago; its name is free again', async () => {
    const { client } = open()
    await client.ask('DELETE', '/api/instance/rna-atlas/')
    expect((await client.ask('DELETE', '/api/instance/rna-atlas/')).status).toBe(404)
    expect((await client.create({ name: 'rna-atlas' })).status).toBe(201)
  })
})
