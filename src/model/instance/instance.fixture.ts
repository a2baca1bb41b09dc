import * as fc from 'fast-check'

import { pageExample } from '#contract/instance.fixture.ts'
import { instanceSchema, type Instance } from '#contract/instance.ts'
import { liveStates, pageFlavors, pageStates } from '#contract/vocabulary.ts'

/** The example of the API page, with what a test cares about put in its place. */
export const anInstance = (fields: Partial<Instance> = {}): Instance => ({
  ...instanceSchema.parse(pageExample),
  ...fields,
})

const rate = fc.option(fc.integer({ min: 0, max: 10 ** 7 }).map((micro) => micro / 10 ** 6))
const quantity = (max: number) => fc.option(fc.integer({ min: 0, max: max * 2 }).map((half) => half / 2))

/** Not `fc.webUrl`, which takes a second to make. */
const url = fc.constantFrom(
  'https://rna-atlas.carolinacloud.io',
  'http://10.0.0.7:8888/lab?token=a%20b#top',
  'HTTPS://BOX.example:443',
  'https://ada:secret@box.example/',
  'ftp://box.example/',
  'javascript:alert(1)',
  'https://',
)

/** Instances as odd as the service may send them: any state, any rate or size unknown, totals and surcharges of its own. */
export const anyInstance: fc.Arbitrary<Instance> = fc
  .record({
    uuid: fc.uuid(),
    name: fc.string({ minLength: 1 }),
    state: fc.constantFrom(...pageStates, ...liveStates, 'warming_up', 'constructor'),
    resource_type: fc.constantFrom('vm', 'container', 'pod'),
    flavor: fc.constantFrom(...pageFlavors, 'jupyterlab', 'toString'),
    cpu_tier: fc.option(fc.constantFrom('general-purpose', 'high-performance')),
    n_vcpus: quantity(256),
    mem_gib: quantity(512),
    disk_size_gib: quantity(2000),
    n_gpus: fc.option(fc.nat(4)),
    gpu_model: fc.option(fc.constantFrom('rtx-5090', 'RTX 5090', 'H200')),
    owner_email: fc.option(fc.constantFrom('ada@lab.example', 'zoe@lab.example')),
    created_at: fc.option(fc.constantFrom('2025-12-21T12:09:52.144Z', '2026-01-01T00:00:00Z', 'long ago')),
    vcpu_cost_hourly_usd: rate,
    ram_cost_hourly_usd: rate,
    storage_cost_hourly_usd: rate,
    gpu_cost_hourly_usd: rate,
    hourly_cost_usd: rate,
    sentieon_hourly_cost_usd: rate,
    currently_running_sentieon: fc.option(fc.boolean()),
    ssh_command: fc.option(fc.oneof(fc.string(), fc.constant('ssh -p 30140 ccloud@login.carolinacloud.io'))),
    wan_ssh_port: fc.option(fc.integer({ min: 0, max: 70_000 })),
    webapp_url: fc.option(fc.oneof(fc.string(), url)),
  })
  .map((fields) => anInstance(fields))
