import type { PageState } from '#contract/vocabulary.ts'

export type Billed = 'yes' | 'no' | 'unknown'

export interface Billing {
  /** vCPUs, memory and GPUs. */
  compute: Billed
  storage: Billed
}

const running: Billing = { compute: 'yes', storage: 'yes' }
const stopped: Billing = { compute: 'no', storage: 'yes' }
const nothing: Billing = { compute: 'no', storage: 'no' }
const undocumented: Billing = { compute: 'unknown', storage: 'unknown' }

/** "Billed for compute? Billed for storage?" in the state table of the API page. */
const table: Record<PageState, Billing> = {
  provisioning: running,
  running,
  shut_off: stopped,
  exited: stopped,
  error: nothing,
  deleted: nothing,
}
const byState = new Map<string, Billing>(Object.entries(table))

/** What is billed in a state. States outside the page are unknown: totals count them as running and say so. */
export const billing = (state: string): Billing => byState.get(state) ?? undocumented
