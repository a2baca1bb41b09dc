import { expect, it } from 'vitest'

import { endpoints } from '#contract/endpoints.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

/** Every endpoint of the API page that takes `{uuid}`, on an instance of the lab fleet that can have it. */
const cases: [keyof typeof endpoints, name: string, body?: object][] = [
  ['get', 'rna-atlas'],
  ['update', 'rna-atlas', { n_vcpus: 8 }],
  ['stop', 'rna-atlas'],
  ['restart', 'dev-server'],
  ['delete', 'rna-atlas'],
  ['addPort', 'gateway', { port: 8080 }],
  ['removePort', 'gateway', { port: 443 }],
  ['stats', 'rna-atlas'],
]

it.each(cases)('%s takes the name of %s in place of its uuid', async (endpoint, name, body) => {
  const { method, path } = endpoints[endpoint]
  const ask = async (by: 'name' | 'uuid') => {
    const client = openTestSandbox().client('sandbox-lab')
    const { uuid } = await client.get(name)
    const ref = by === 'name' ? name : uuid
    return client.ask(method, `/api${path.replace('{uuid}', ref)}`, body)
  }
  const byName = await ask('name')
  expect(byName.status).toBeLessThan(300)
  expect(await ask('uuid')).toEqual(byName)
})

it('is tried on every endpoint that takes one', () => {
  const taking = Object.entries(endpoints).filter(([, { path }]) => path.includes('{uuid}'))
  expect(new Set<string>(cases.map(([endpoint]) => endpoint))).toEqual(new Set(taking.map(([name]) => name)))
})
