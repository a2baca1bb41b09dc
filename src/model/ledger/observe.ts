import type { Instance } from '#contract/instance.ts'
import { parseTimestamp } from '#lib/time.ts'

import type { BillingAction } from '../instance/actions.ts'
import { factsAfter, factsOf, sameFacts } from './facts.ts'
import {
  EARLIEST,
  type Facts,
  lastSeen,
  type Ledger,
  type LedgerEntry,
  type LedgerInstance,
  OBSERVED_LIMIT,
  type Watch,
} from './ledger.ts'

/** What one sighting, or one action, says of one instance. */
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
  // The list lags behind the action; if it does so for long, the action did not happen.
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
const placed = (entries: Entries, seen: Seen, newest: number | null): Entries => {
  const isNewest = (newest === null || seen.at >= newest) && seen.at > (entries.at(-1)?.at ?? -Infinity)
  return isNewest ? appended(entries, seen, newest) : narrowed(entries, seen)
}

/** An instance's entries with an accepted action, whose instant is known: there is nothing unseen about it. */
const acted = (entries: Entries, { at, facts }: Seen): Entries => {
  const last = entries.at(-1)
  if (last === undefined || at <= last.at || sameFacts(last.facts, facts)) return entries
  return [...entries, { at, after: at, facts, awaited: true }]
}

/** One answered list. */
export interface Sighting {
  /** When it was answered: ms since the epoch. */
  at: number
  instances: readonly Instance[]
  /** False where a row could not be read: what is missing may be there all the same. */
  complete: boolean
}

const watched = (watches: readonly Watch[], at: number): readonly Watch[] => {
  const last = watches.at(-1)
  if (last !== undefined && at <= last.to) return watches
  if (last === undefined || at - last.to > OBSERVED_LIMIT) return [...watches, { from: at, to: at }]
  return [...watches.slice(0, -1), { from: last.from, to: at }]
}

const createdAt = ({ created_at: text }: Instance): number | null => {
  const created = parseTimestamp(text)
  return created === null || created < EARLIEST ? null : created
}

/**
 * The record that an object was last seen to agree with, nothing being awaited: to see the very same one later tells nothing new. By
 * the object, so that a record does not keep an instance, with its password, in memory.
 */
const confirmed = new WeakMap<Instance, LedgerInstance>()

/** The record of an instance after it was seen, the same object where it tells nothing new. */
const seen = (
  known: LedgerInstance | undefined,
  instance: Instance,
  at: number,
  newest: number | null,
): LedgerInstance | undefined => {
  const isNewest = newest === null || at >= newest
  if (known !== undefined && isNewest && confirmed.get(instance) === known) return known
  const facts = factsOf(instance)
  if (known === undefined && facts === null) return undefined
  const entries = placed(known?.entries ?? [], { at, facts }, newest)
  if (entries.length === 0) return undefined
  const name = known === undefined || isNewest ? instance.name : known.name
  const created = known?.created ?? createdAt(instance)
  const isSame = entries === known?.entries && name === known.name && created === known.created
  const record = known !== undefined && isSame ? known : { uuid: instance.uuid, name, created, entries }
  const last = entries.at(-1)
  if (isNewest && last?.awaited === false && last.at <= at && sameFacts(last.facts, facts))
    confirmed.set(instance, record)
  return record
}

/**
 * The ledger after a sighting; the same object where it tells nothing new. Sightings may come twice, and a little late, as from
 * several tabs: what is older than the newest only narrows down when a change happened, and what contradicts it, or is older
 * than the present watch, is let go.
 */
export const observe = (ledger: Ledger, { at, instances, complete }: Sighting): Ledger => {
  const newest = lastSeen(ledger)
  const present = ledger.watches.at(-1)
  if (present !== undefined && at < present.from) return ledger

  const changed = new Map<string, LedgerInstance>()
  const found = new Set<string>()
  for (const instance of instances) {
    const { uuid } = instance
    found.add(uuid)
    const known = ledger.instances.get(uuid)
    const record = seen(known, instance, at, newest)
    if (record !== undefined && record !== known) changed.set(uuid, record)
  }
  if (complete)
    for (const [uuid, known] of ledger.instances) {
      if (found.has(uuid)) continue
      const entries = placed(known.entries, { at, facts: null }, newest)
      if (entries !== known.entries) changed.set(uuid, { ...known, entries })
    }

  const watches = watched(ledger.watches, at)
  if (changed.size === 0 && watches === ledger.watches) return ledger
  return {
    ...ledger,
    watches,
    instances: changed.size === 0 ? ledger.instances : new Map([...ledger.instances, ...changed]),
  }
}

/** An action of this browser that the service accepted at `at` (ms). */
export interface AcceptedAction {
  action: BillingAction
  instance: Instance
  at: number
}

/** The ledger after actions of this browser, in their order: from `at` on an instance is billed by what its action leads to. */
export const observeActions = (ledger: Ledger, actions: readonly AcceptedAction[]): Ledger => {
  const changed = new Map<string, LedgerInstance>()
  for (const { action, instance, at } of actions) {
    const known = changed.get(instance.uuid) ?? ledger.instances.get(instance.uuid)
    if (known === undefined) continue
    const entries = acted(known.entries, { at, facts: factsAfter(action, instance) })
    if (entries !== known.entries) changed.set(instance.uuid, { ...known, entries })
  }
  return changed.size === 0 ? ledger : { ...ledger, instances: new Map([...ledger.instances, ...changed]) }
}
