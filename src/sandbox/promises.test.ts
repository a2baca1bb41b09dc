import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { type EndpointName, routes } from '#contract/routes.ts'

import { brokenPromise, openTestSandbox } from './test-client.ts'

interface Call {
  name: EndpointName
  method: string
  path: string
  body: unknown
}

const refs = [
  'rna-atlas',
  'brave-box-979',
  'gateway',
  'dev-server',
  'geo-maps-2025',
  'star-index',
  'far-host',
  'new-box',
  'no-such-box',
]
const ref = fc.constantFrom(...refs)

const size = {
  n_vcpus: fc.integer({ min: -1, max: 300 }),
  mem_gib: fc.integer({ min: -1, max: 600 }),
  disk_size_gib: fc.integer({ min: 1, max: 2100 }),
}

const createBody = fc.record(
  {
    ...size,
    resource_type: fc.constantFrom('vm', 'container', 'cloud'),
    name: fc.constantFrom('new-box', 'Bad', 'rna-atlas', 'will-fail'),
    cpu_tier: fc.constantFrom('general-purpose', 'high-performance', 'turbo'),
    flavor: fc.constantFrom('base', 'marimo', 'genomics', 'windows'),
    gpu_model: fc.constantFrom('RTX 5090', 'NVIDIA RTX PRO 6000 Blackwell', 'RTX 1080', null),
    aws_prefill_bucket: fc.constant('bucket/path'),
  },
  { requiredKeys: ['resource_type', 'n_vcpus', 'mem_gib', 'disk_size_gib'] },
)
const updateBody = fc.record(
  { ...size, name: fc.constantFrom('new-box', 'x', 'gateway') },
  { requiredKeys: [] },
)
const portBody = fc.record({ port: fc.constantFrom(22, 80, 443, 8080, 0, 70_000) })

const anyBody = (body: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: body, weight: 6 }, { arbitrary: fc.object(), weight: 1 })
const none = fc.constant(undefined)

const callOf = (name: EndpointName, body: fc.Arbitrary<unknown> = none): fc.Arbitrary<Call> =>
  fc.record({
    name: fc.constant(name),
    method: fc.constant(routes[name].method),
    path: ref.map((ref) => `/api${routes[name].path.replace('{uuid}', ref)}`),
    body,
  })

const calls: Record<EndpointName, fc.Arbitrary<Call>> = {
  list: callOf('list'),
  get: callOf('get'),
  create: callOf('create', anyBody(createBody)),
  update: callOf('update', anyBody(updateBody)),
  stop: callOf('stop'),
  restart: callOf('restart'),
  delete: callOf('delete'),
  addPort: callOf('addPort', anyBody(portBody)),
  removePort: callOf('removePort', anyBody(portBody)),
  stats: callOf('stats'),
}
const call = fc.oneof(...Object.values(calls))

const steps = fc.array(fc.record({ call, seconds: fc.integer({ min: 0, max: 10 }) }), {
  minLength: 1,
  maxLength: 25,
})

it('keeps every promise of the API page, whatever is asked in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { client, pass } = openTestSandbox()
      const lab = client('sandbox-lab')
      for (const { call, seconds } of sequence) {
        pass(seconds)
        const answer = await lab.ask(call.method, call.path, call.body)
        expect(brokenPromise(call.name, answer)).toBeNull()
        expect(brokenPromise('list', await lab.ask('GET', '/api/instance/'))).toBeNull()
      }
    }),
    { numRuns: 60 },
  )
})
