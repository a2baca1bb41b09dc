import * as fc from 'fast-check'

/** What no page may show: figures and words that stand for a value that is none. */
export const noValue = /\bNaN\b|\bundefined\b|\bnull\b|\[object|∞|Infinity|Invalid Date/

/** A number that JSON can write and no program can hold. */
const beyond = '-- 1e400 --'

const states = [
  'provisioning',
  'running',
  'shut_off',
  'exited',
  'error',
  'deleted',
  'idle',
  'lost',
  'unhealthy',
  'migrating',
  'cloning',
  'resizing',
  'deleting',
  'warming_up',
  'RUNNING',
  '',
]
const flavors = [
  'base',
  'datascience',
  'marimo',
  'datasciencemarimo',
  'rstudioserver',
  'rgeospatial',
  'genomics',
  'plaingenomics',
  'vm',
  'jupyterlab',
  'nextflow-head',
  'quantum-lab',
  'toString',
]
const gpus = ['RTX 5090', 'rtx-4090', 'NVIDIA GeForce RTX 5090', 'pro-6000-blackwell', 'H9000 Ω', '']

const oddText = fc
  .oneof(
    fc.constantFrom(
      '\uD800',
      'x\uDC00y',
      '\u202Egnp.exe',
      '\u2066مرحبا\u2069',
      'שלום-box',
      '👩🏽‍🔬🧬',
      '\u0000',
      ' ',
      '..',
      'a/b%2F?c#d',
      '%E0%A4%A',
      '<b>bold</b>',
      '{{7*7}}',
      '-'.repeat(300),
      '長い名前'.repeat(40),
      '\n\t',
    ),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .filter((text) => !noValue.test(text))

const oddNumber = fc.oneof(
  fc.constantFrom<number | string>(0, -0, -1, -5e-324, 1e21, 1e308, -1e308, beyond, 0.1 + 0.2, 2 ** 53),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const oddDate = fc.constantFrom(
  '0000-00-00',
  '2026-02-31T25:61:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  'yesterday',
  '2099-12-31T23:59:59.999999999Z',
  '2026-11-29',
  '2026-11-29T04:00:00+23:59',
  '20260101T000000Z',
)
const odd = fc.oneof(oddText, oddNumber, oddDate, fc.boolean(), fc.constant([]), fc.constant({}))

/** Mostly what the service sends; now and then nothing, null, or what it never should. */
const mostly = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 7, arbitrary: sound },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
    { weight: 1, arbitrary: odd },
  )
const amount = (max: number) =>
  mostly(
    fc.oneof(fc.integer({ min: 0, max: Math.ceil(max) }), fc.double({ min: 0, max, noNaN: true }), oddNumber),
  )
const soundDate = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) })
  .map((at) => new Date(at).toISOString())
const word = (words: readonly string[]) =>
  mostly(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...words, 'constructor', '__proto__') },
      { weight: 1, arbitrary: oddText },
    ),
  )

const fields = fc.record({
  name: mostly(fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/), oddText)),
  state: word(states),
  resource_type: word(['vm', 'container', 'container', 'pod']),
  flavor: word(flavors),
  cpu_tier: word(['general-purpose', 'high-performance', 'ludicrous']),
  n_vcpus: amount(256),
  mem_gib: amount(512),
  disk_size_gib: amount(2000),
  n_gpus: amount(8),
  gpu_model: word(gpus),
  owner_email: mostly(fc.oneof(fc.constantFrom('ada@lab.example', 'zoë@lab.example'), oddText)),
  created_at: mostly(fc.oneof(soundDate, oddDate)),
  lan_ipv4: mostly(fc.oneof(fc.ipV4(), oddText)),
  public_ipv4: mostly(fc.oneof(fc.ipV4(), oddText)),
  wan_ssh_port: amount(70_000),
  ssh_command: mostly(
    fc.oneof(fc.constantFrom('ssh -p 30140 ccloud@login.example', 'ssh ccloud@10.10.10.10'), oddText),
  ),
  webapp_url: mostly(fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)'), oddText)),
  wan_ports: mostly(fc.array(oddNumber, { maxLength: 6 })),
  original_ccloud_password: mostly(oddText),
  vcpu_cost_hourly_usd: amount(0.1),
  ram_cost_hourly_usd: amount(0.1),
  storage_cost_hourly_usd: amount(0.01),
  gpu_cost_hourly_usd: amount(5),
  hourly_cost_usd: mostly(fc.oneof(fc.double({ min: 0, max: 50, noNaN: true }).map(String), oddNumber)),
  sentieon_hourly_cost_usd: amount(5),
  currently_running_sentieon: mostly(fc.boolean()),
  distro: word(['ubuntu', 'debian']),
  auto_stop_enabled: mostly(fc.boolean()),
  auto_stop_minutes: amount(1440),
  project: mostly(oddText),
  host: mostly(oddText),
})

const stats = fc.record({
  cpu_percent: amount(120),
  mem_used_gib: amount(64),
  mem_total_gib: amount(64),
  disk_used_gib: amount(500),
  disk_total_gib: amount(500),
})

/** JSON, with half surrogates escaped and numbers that no program can hold. */
const jsonOf = (value: unknown): string => JSON.stringify(value).replaceAll(`"${beyond}"`, '1e400')

export interface RandomFleet {
  uuids: string[]
  /** The JSON of each instance, in the order of `uuids`. */
  rows: string[]
  /** The JSON of readings of usage. */
  readings: string[]
}

/** As many instances as odd as JSON allows, the same for the same seed; `uuids` keeps those of a fleet before. */
export const randomFleet = (seed: number, count: number, kept?: readonly string[]): RandomFleet => {
  const uuids = kept?.slice(0, count) ?? fc.sample(fc.uuid(), { seed, numRuns: count })
  const sampled = fc.sample(fields, { seed, numRuns: uuids.length })
  const rows = sampled.map((row, index) => jsonOf({ ...row, uuid: uuids[index] }))
  return { uuids: [...uuids], rows, readings: fc.sample(stats, { seed, numRuns: 200 }).map(jsonOf) }
}
