import * as z from 'zod/mini'

import * as read from './tolerant.ts'

/**
 * An instance as the app sees it, read tolerantly: a row needs a uuid, everything else may be odd.
 * Field names are the API page's own; `null` means the service did not say.
 */
export const instanceSchema = z.pipe(
  z.object({
    uuid: read.id(),
    name: read.name(),
    state: read.wordOr('unknown'),
    resource_type: read.wordOr('unknown'),
    flavor: read.wordOr('unknown'),
    cpu_tier: read.text('word'),
    n_vcpus: read.amount('count'),
    mem_gib: read.amount('gib'),
    disk_size_gib: read.amount('gib'),
    n_gpus: read.amount('count'),
    gpu_model: read.text('word'),
    owner_email: read.text('name'),
    created_at: read.date(),
    lan_ipv4: read.text('word'),
    public_ipv4: read.text('word'),
    wan_ssh_port: read.port(),
    ssh_command: read.text(),
    webapp_url: read.exact(),
    wan_ports: read.ports(),
    original_ccloud_password: read.exact(),
    vcpu_cost_hourly_usd: read.amount('rate'),
    ram_cost_hourly_usd: read.amount('rate'),
    storage_cost_hourly_usd: read.amount('rate'),
    gpu_cost_hourly_usd: read.amount('rate'),
    hourly_cost_usd: read.amount('rate'),
    sentieon_hourly_cost_usd: read.amount('rate'),
    currently_running_sentieon: read.flag(),
    distro: read.text('word'),
    auto_stop_enabled: read.flag(),
    auto_stop_minutes: read.amount('minutes'),
    project: read.text('name'),
    host: read.text('name'),
  }),
  z.transform((row) => ({ ...row, name: row.name ?? row.uuid })),
)
export type Instance = z.output<typeof instanceSchema>

/** What a list answer came to: the sound rows, and how many could not be read (they have no uuid). */
export interface InstanceList {
  instances: Instance[]
  unreadable: number
}

const rowsOf = (json: unknown): unknown[] | null => {
  if (Array.isArray(json)) return json
  const page = z.safeParse(z.object({ results: z.array(z.unknown()) }), json)
  return page.success ? page.data.results : null
}

/**
 * Reads `GET /api/instance/` row by row: one odd row never blanks the list. A uuid that comes twice counts once (the last wins).
 * Returns null where the JSON is no list at all. Never throws.
 */
export const readInstanceList = (json: unknown): InstanceList | null => {
  const rows = rowsOf(json)
  if (rows === null) return null
  const byUuid = new Map<string, Instance>()
  let unreadable = 0
  for (const row of rows) {
    const result = z.safeParse(instanceSchema, row)
    if (result.success) byUuid.set(result.data.uuid, result.data)
    else unreadable += 1
  }
  return { instances: [...byUuid.values()], unreadable }
}
