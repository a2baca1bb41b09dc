import { readInstanceList, type Instance } from '#contract/instance.ts'
import { actions, checkAction, type Action } from '#model/instance/actions.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { generateName, nameProblem } from '#model/instance/names.ts'
import { runningWebApps } from '#model/instance/web-apps.ts'
import { openTestSandbox, type Answer, type TestClient } from '#sandbox/test-client.ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

/**
 * The app and the sandbox have each their own table of states, of bills and of rules, and neither may import the other's.
 * Here the two are held against each other, so that a wrong belief of one is seen.
 */

const open = () => openTestSandbox().client('sandbox-lab')

const fleetOf = async (client: TestClient): Promise<Instance[]> =>
  readInstanceList((await client.ask('GET', '/api/instance/')).json)?.instances ?? []

const fleet = await fleetOf(open())

const ask: Record<Action, (client: TestClient, instance: Instance) => Promise<Answer>> = {
  stop: (client, { name }) => client.action(name, 'stop'),
  restart: (client, { name }) => client.action(name, 'restart'),
  resize: (client, { name, n_vcpus }) =>
    client.ask('PATCH', `/api/instance/${name}/`, { n_vcpus: (n_vcpus ?? 0) + 1 }),
  rename: (client, { name }) => client.ask('PATCH', `/api/instance/${name}/`, { name: 'new-name' }),
  delete: (client, { name }) => client.ask('DELETE', `/api/instance/${name}/`),
  openPort: (client, { name }) => client.ask('POST', `/api/instance/${name}/add-port/`, { port: 8080 }),
  closePort: async (client, { name }) => {
    await client.ask('POST', `/api/instance/${name}/add-port/`, { port: 443 })
    return client.ask('POST', `/api/instance/${name}/remove-port/`, { port: 443 })
  },
  stats: (client, { name }) => client.ask('GET', `/api/instance/${name}/stats/`),
}

const cases = actions.flatMap((action) =>
  fleet.map((instance) => ({ action, instance, name: instance.name, state: instance.state })),
)

const isAllowed = ({ status }: Answer): boolean => status < 300 || status === 422 || status === 502

describe('the state table', () => {
  it.each(cases)('agrees on $action for $name, which is $state', async ({ action, instance }) => {
    const answer = await ask[action](open(), instance)
    expect(checkAction(action, instance).allowed).toBe(isAllowed(answer))
  })
})

const billing = z.object({
  instances: z.array(
    z.object({
      name: z.string(),
      hourly: z.object({ compute: z.string(), gpu: z.string(), storage: z.string(), surcharge: z.string() }),
    }),
  ),
})

describe('the bill', () => {
  it.each(['sandbox-lab', 'sandbox-huge'])('agrees to the nano-dollar in %s', async (key) => {
    const client = openTestSandbox().client(key)
    const { instances } = z.parse(billing, (await client.ask('GET', '/__sandbox/billing')).json)
    const bills = new Map(
      instances.map(({ name, hourly: { compute, gpu, storage, surcharge } }) => [
        name,
        BigInt(compute) + BigInt(gpu) + BigInt(storage) + BigInt(surcharge),
      ]),
    )
    const shown = new Map((await fleetOf(client)).map((row) => [row.name, hourlyCost(row).now.known]))
    expect(shown).toEqual(bills)
  })
})

describe('names', () => {
  it.each(['a', 'ab', 'Ab', '-ab', 'ab-', 'a_b', 'x'.repeat(63), 'x'.repeat(64)])(
    'agree on %s',
    async (name) => {
      const { status } = await openTestSandbox().client('sandbox-empty').create({ name })
      expect(status === 201).toBe(nameProblem(name) === null)
    },
  )

  it('that the app makes up are taken', async () => {
    for (const random of [0, 0.3, 0.7, 0.999])
      expect((await open().create({ name: generateName(() => random) })).status).toBe(201)
  })
})

describe('web apps', () => {
  it('are the same ones', () => {
    const offered = runningWebApps(fleet).map(({ instance }) => instance.name)
    const served = fleet.flatMap(({ name, webapp_url }) => (webapp_url === null ? [] : [name]))
    expect(offered.toSorted()).toEqual(served.toSorted())
  })
})
