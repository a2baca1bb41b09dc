import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'

import { cpuTiers, pageFlavors, resourceTypes } from '#contract/vocabulary.ts'
import {
  createFormSchema,
  emptyCreateForm,
  toCreateBody,
  type CreateForm,
} from '#model/create/create-form.ts'
import { testKeys } from '#model/create/public-key.fixture.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { gpuModels, longGpuName } from '#model/instance/gpus.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

const create = (body: object) => openTestSandbox().client('sandbox-empty').create(body)

const typed = (...words: string[]) => fc.constantFrom('', ...words)
const number = fc.oneof(
  fc.integer({ min: -2, max: 300 }).map(String),
  fc.constantFrom('', ' 16 ', '1.5', '1e2'),
)

/** What people type: right, nearly right, and wrong. The rest is as the form opens. */
const changes = fc.record(
  {
    resource_type: fc.constantFrom(...resourceTypes),
    flavor: fc.constantFrom(...pageFlavors),
    n_vcpus: number,
    mem_gib: number,
    disk_size_gib: number,
    cpu_tier: fc.constantFrom(...cpuTiers),
    gpu_model: fc.constantFrom(...gpuModels, ...gpuModels.map(longGpuName)),
    name: typed('my-box', ' my-box ', 'My-box', '-box', 'x', 'a1', 'x'.repeat(63), 'x'.repeat(64)),
    public_key: typed(testKeys.ed25519, testKeys.nistp256, 'ssh-rsa AAAA', 'hello'),
    aws_endpoint_url: typed('https://s3.us-east-1.amazonaws.com', 'http://minio:9000/', 's3.amazonaws.com'),
    aws_access_key_id: typed('AKIA'),
    aws_secret_access_key: typed('secret'),
    aws_prefill_bucket: typed('bucket/experiments', 's3://bucket'),
    anthropic_api_key: typed('sk-ant', ' '),
  },
  { requiredKeys: [] },
)

it('what the form lets through, the sandbox creates', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (typed) => {
      const form: CreateForm = { ...emptyCreateForm, ...typed }
      fc.pre(z.safeParse(createFormSchema, form).success)
      const answer = await create(toCreateBody(form, 'spare-name'))
      expect([answer.status, answer.json]).toEqual([201, expect.anything()])
    }),
    // About one form in a hundred is let through.
    { numRuns: 100, maxSkipsPerRun: 2000 },
  )
})

it.each(pageFlavors)('%s: both know whether a VM can have it', async (flavor) => {
  for (const resource_type of resourceTypes) {
    const { status } = await create({ resource_type, flavor })
    expect([resource_type, status]).toEqual([
      resource_type,
      flavorInfo(flavor).types.includes(resource_type) ? 201 : 400,
    ])
  }
})

it.each(pageFlavors)('%s: both know whether it opens a web app', async (flavor) => {
  const sandbox = openTestSandbox()
  const client = sandbox.client('sandbox-empty')
  await client.create({ name: 'my-box', flavor })
  sandbox.pass(60)
  const { webapp_url: url } = z.parse(
    z.object({ webapp_url: z.nullable(z.string()) }),
    (await client.ask('GET', '/api/instance/my-box/')).json,
  )
  expect(webAppUrl({ webapp_url: url }) !== null).toBe(flavorInfo(flavor).opens !== null)
})

it.each(gpuModels)(
  '%s: the sandbox has the GPU that the form offers, by its short and its long name',
  async (model) => {
    for (const gpu_model of [model, longGpuName(model)])
      expect(await create({ gpu_model })).toMatchObject({ status: 201, json: { gpu_model: model } })
  },
)

it('the form opens with what the sandbox fills in', async () => {
  const { flavor, cpu_tier } = emptyCreateForm
  expect((await create({})).json).toMatchObject({ flavor, cpu_tier, gpu_model: null })
  expect(emptyCreateForm.gpu_model).toBe('')
})
