import { sameFacts } from './facts.ts'
import { type Facts, type LedgerEntry, OBSERVED_LIMIT } from './ledger.ts'

/** What one sighting, or one act, says of one instance. */
interface Seen {
  at: number
  facts: Facts | null
}

type Entries = readonly LedgerEntry[]

/** A sighting later than all before: it confirms the last entry, or adds one. */
const appended = (entries: Entries, { at, facts }: Seen, newest: number | null): Entries => {
  const last = entries.at(-1)
  if (last === undefined) return [{ at, after: newest, facts, awaited: false }]
  if (sameFacts(last.facts, facts))
    return last.awaited ? [...entries.slice(0, -1), { ...last, awaited: false }] : entries
  const isAsBefore = last.awaited && sameFacts(entries.at(-2)?.facts ?? null, facts)
  // The list lags behind the act; if it does so for long, the act did not happen.
  if (isAsBefore) return at - last.at <= OBSERVED_LIMIT ? entries : entries.slice(0, -1)
  return [...entries, { at, after: Math.max(newest ?? at, last.at), facts, awaited: false }]
}

/** A sighting from before the newest one: it narrows down when the change next to it happened, or tells nothing. */
const narrowed = (entries: Entries, { at, facts }: Seen): Entries => {
  const index = entries.findIndex((entry) => entry.at > at)
  const next = entries[index]
  if (next === undefined || (next.after !== null && next.after >= at)) return entries
  const before = entries[index - 1]?.facts ?? null
  if (sameFacts(before, facts)) return entries.with(index, { ...next, after: at })
  if (sameFacts(next.facts, facts)) return entries.with(index, { ...next, at })
  return entries
}

/** An instance's entries with a sighting put in its place; the same array where it tells nothing new. `newest` is when the account was last seen. */
export const placed = (entries: Entries, seen: Seen, newest: number | null): Entries => {
  const isNewest = (newest === null || seen.at >= newest) && seen.at > (entries.at(-1)?.at ?? -Infinity)
  return isNewest ? appended(entries, seen, newest) : narrowed(entries, seen)
}

/** An instance's entries with an accepted act, whose instant is known: there is nothing unseen about it. */
export const acted = (entries: Entries, { at, facts }: Seen): Entries => {
  const last = entries.at(-1)
  if (last === undefined || at <= last.at || sameFacts(last.facts, facts)) return entries
  return [...entries, { at, after: at, facts, awaited: true }]
}
