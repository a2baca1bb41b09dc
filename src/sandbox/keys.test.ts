import { describe, expect, it } from 'vitest'

import { routes } from '#contract/routes.ts'

import { openTestSandbox, brokenPromise } from './test-client.ts'

describe('the API key', () => {
  const sandbox = openTestSandbox()

  it.each(['sandbox-expired', 'sandbox-expired-yesterday', 'sandbox-', 'live-key', 'SANDBOX-LAB'])(
    'refuses %s with 401',
    async (key) => {
      const answer = await sandbox.client(key).ask('GET', '/api/instance/')
      expect(answer).toMatchObject({ status: 401, json: { detail: 'Invalid API key.' } })
      expect(brokenPromise('list', answer)).toBeNull()
    },
  )

  it.each([
    ...Object.values(routes).map(({ method, path }): [string, string] => [
      method,
      `/api${path.replace('{uuid}', 'rna-atlas')}`,
    ]),
    ['GET', '/__sandbox/requests'],
  ])('is wanted for %s %s', async (method, path) => {
    const answer = await sandbox.client('wrong').ask(method, path)
    expect(answer).toMatchObject({ status: 401, json: { detail: expect.any(String) } })
  })

  it.each([undefined, 'sandbox-lab', 'Token sandbox-lab', 'Bearer', 'Bearer two words'])(
    'refuses the header %s',
    async (header) => {
      const headers = header === undefined ? {} : { Authorization: header }
      const answer = await sandbox.fetch(new Request('http://sandbox.test/api/instance/', { headers }))
      expect(answer.status).toBe(401)
      expect(await answer.json()).toEqual({ detail: 'Authentication credentials were not provided.' })
    },
  )

  it('opens a lab fleet for any other sandbox key', async () => {
    const names = async (key: string) => (await sandbox.client(key).list()).map(({ name }) => name)
    expect(await names('sandbox-whatever')).toEqual(await names('sandbox-lab'))
  })

  it('opens worlds that do not know of each other', async () => {
    const one = sandbox.client('sandbox-lab-one')
    const two = sandbox.client('sandbox-lab-two')
    await one.ask('DELETE', '/api/instance/rna-atlas/')
    await one.create({ name: 'only-here' })
    const names = (await two.list()).map(({ name }) => name)
    expect(names).toContain('rna-atlas')
    expect(names).not.toContain('only-here')
  })

  it('never lets two worlds share an instance', async () => {
    const one = await sandbox.client('sandbox-lab-three').get('rna-atlas')
    const two = await sandbox.client('sandbox-lab-four').get('rna-atlas')
    expect(one.uuid).not.toBe(two.uuid)
  })

  it('seeds what it is named after', async () => {
    const count = async (key: string) => (await sandbox.client(key).list()).length
    expect(await count('sandbox-empty')).toBe(0)
    expect(await count('sandbox-huge')).toBe(10_000)
    expect(await count('sandbox-lab')).toBeGreaterThanOrEqual(14)
  })
})
