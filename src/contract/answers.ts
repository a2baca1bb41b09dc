import * as z from 'zod/mini'

import * as read from './tolerant.ts'

/** The answer of stop and restart. `state` is where the action leads, which may not be where the instance is yet. */
export const actionAnswer = z.object({
  message: read.text(),
  uuid: read.text('name'),
  state: read.text('word'),
})
export type ActionAnswer = z.output<typeof actionAnswer>

/** The answer of add-port and remove-port. Without `wan_ports` (the live service) the instance has to be read again. */
export const portsAnswer = z.object({
  message: read.text(),
  uuid: read.text('name'),
  wan_ports: read.portsOrNull(),
})
export type PortsAnswer = z.output<typeof portsAnswer>

/** One reading of a running container: CPU in percent, memory and disk in GiB. */
export const statsAnswer = z.object({
  cpu_percent: read.amount('percent'),
  mem_used_gib: read.amount('gib'),
  mem_total_gib: read.amount('gib'),
  disk_used_gib: read.amount('gib'),
  disk_total_gib: read.amount('gib'),
})
export type Stats = z.output<typeof statsAnswer>
