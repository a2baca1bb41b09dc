import { sameFacts } from './facts.ts'
import {
  lastSeen,
  type Ledger,
  type LedgerEntry,
  type LedgerInstance,
  OBSERVED_LIMIT,
  type Watch,
} from './ledger.ts'

/** What a ledger knew before a time (ms since the epoch). */
const until = (ledger: Ledger, time: number): Ledger => {
  const instances = new Map<string, LedgerInstance>()
  for (const [uuid, known] of ledger.instances) {
    const entries = known.entries.filter(({ at }) => at < time)
    if (entries.length > 0) instances.set(uuid, { ...known, entries })
  }
  return {
    ...ledger,
    instances,
    watches: ledger.watches
      .filter(({ from }) => from < time)
      .map(({ from, to }) => ({ from, to: Math.min(to, time - 1) })),
  }
}

const joinWatches = (before: readonly Watch[], after: readonly Watch[]): readonly Watch[] => {
  const last = before.at(-1)
  const [first, ...rest] = after
  if (last === undefined || first === undefined || first.from - last.to > OBSERVED_LIMIT)
    return [...before, ...after]
  return [...before.slice(0, -1), { from: last.from, to: first.to }, ...rest]
}

interface Border {
  /** When the earlier ledger was last seen, and the later one first. */
  end: number
  start: number
}

const joinEntries = (
  before: readonly LedgerEntry[],
  after: readonly LedgerEntry[],
  { end, start }: Border,
): readonly LedgerEntry[] => {
  const last = before.at(-1)
  const [first, ...rest] = after
  const isGone = last !== undefined && last.facts !== null && first?.after !== null
  const absence: LedgerEntry[] = isGone ? [{ at: start, after: end, facts: null, awaited: false }] : []
  if (first === undefined || first.after !== null) return [...before, ...absence, ...after]
  if (last !== undefined && sameFacts(last.facts, first.facts)) return [...before, ...rest]
  return [...before, { ...first, after: end }, ...rest]
}

/**
 * Two ledgers of one account, as when one is imported from another browser: of `other` what lies before the first sighting of `ledger`,
 * then `ledger`. The same object where that is nothing, or where the beginning of `ledger` has been folded into days.
 */
export const joinLedgers = (ledger: Ledger, other: Ledger): Ledger => {
  const start = ledger.watches[0]?.from
  if (start === undefined && ledger.days.length === 0) return other
  if (start === undefined || Number.isFinite(ledger.foldedTo) || other.foldedTo > start) return ledger
  const earlier = until(other, start)
  const end = lastSeen(earlier)
  if (end === null) return ledger
  const instances = new Map<string, LedgerInstance>()
  for (const known of [...earlier.instances.values(), ...ledger.instances.values()]) {
    const { uuid } = known
    const before = earlier.instances.get(uuid)
    const after = ledger.instances.get(uuid)
    const entries = joinEntries(before?.entries ?? [], after?.entries ?? [], { end, start })
    const created = before?.created ?? after?.created ?? null
    instances.set(uuid, { ...(after ?? known), created, entries })
  }
  return { ...earlier, watches: joinWatches(earlier.watches, ledger.watches), instances }
}
