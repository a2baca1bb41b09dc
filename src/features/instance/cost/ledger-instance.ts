import { ledgerTotals, shareSeen, toUsd } from '#model/ledger/totals.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import type { Bounds } from '#model/pricing/amount-text.ts'

/** What an instance came to, as far as this browser saw it. */
export interface InstanceToDate extends Bounds {
  /** The share of its life that was observed, from 0 to 1. */
  seen: number
  /** Where the figures begin: its creation, or where the ledger no longer knows single instances. ms since the epoch. */
  from: number
}

/** What one instance has come to by `now` (ms since the epoch). Null where this browser has not seen it. */
export const instanceToDate = (ledger: Ledger, uuid: string, now: number): InstanceToDate | null => {
  const known = ledger.instances.get(uuid)
  const first = known?.created ?? known?.entries[0]?.at
  if (known === undefined || first === undefined) return null
  const from = Math.max(first, ledger.foldedTo)
  if (from >= now) return null
  const own = { ...ledger, instances: new Map([[uuid, known]]), days: [] }
  const tally = ledgerTotals(own, [from, now]).byInstance.find((instance) => instance.uuid === uuid)?.tally
  if (tally === undefined) return null
  const { low, estimate, high, unknown } = tally
  return {
    low: toUsd(low),
    estimate: toUsd(estimate),
    high: toUsd(high),
    seen: shareSeen(tally),
    unknown,
    from,
  }
}
