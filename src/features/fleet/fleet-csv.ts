import type { Instance } from '#contract/instance.ts'
import { type CsvCell, csvText } from '#lib/csv.ts'
import { toDecimal } from '#lib/money.ts'

import { type Breakdown, hourlyCost } from '#model/pricing/cost.ts'

/** Fields by the API's own words, in an order that is public, as is the place of the prices after them. No secret is among them: no password, and no web app address, which may carry a token. */
const fields = [
  'name',
  'uuid',
  'state',
  'resource_type',
  'flavor',
  'cpu_tier',
  'n_vcpus',
  'mem_gib',
  'disk_size_gib',
  'n_gpus',
  'gpu_model',
  'owner_email',
  'created_at',
  'lan_ipv4',
  'public_ipv4',
  'ssh_command',
] as const satisfies readonly (keyof Instance)[]

/** Exact dollars; empty where a part is unknown, since the rest of it would pass for the whole. */
const exact = ({ known, unknown }: Breakdown): string | null => (unknown.length > 0 ? null : toDecimal(known))

const rowOf = (instance: Instance): CsvCell[] => {
  const { now, running, stopped } = hourlyCost(instance)
  return [...fields.map((field) => instance[field]), exact(now), exact(running), exact(stopped)]
}

/** The instances as a table to work with elsewhere; prices in dollars an hour. */
export const fleetCsv = (instances: readonly Instance[]): string =>
  csvText([
    [...fields, 'hourly_cost_now_usd', 'hourly_cost_running_usd', 'hourly_cost_stopped_usd'],
    ...instances.map(rowOf),
  ])
