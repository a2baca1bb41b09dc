import { DAY, MINUTE } from '#lib/time.ts'

import type { CostPart } from '../pricing/cost.ts'
import type { LedgerTime } from './clock.ts'

/**
 * The ledger of observed cost: what this browser saw of an account, and so what it can say of a past that the API does not tell.
 *
 * A *sighting* is one answered list. Consecutive sightings no more than `OBSERVED_LIMIT` apart make a *watch*, kept as its first
 * and last instant; what each instance was billed by is kept as an *entry*, written only when it changes. So what is kept does
 * not depend on how often one looked, and five tabs that see the same write the same.
 *
 * Every instant of an instance's life is one of
 * - *observed*: within a watch, and the sightings before and after it agree. Low, estimate and high are the price seen.
 * - *presumed*: between two watches whose sightings agree. The price seen is the estimate; it may have been off and on again
 *   meanwhile (low: disk only) or on and off (high: running).
 * - *unseen*: everything else. Between two sightings that differ, the change is put halfway, and low and high take in both.
 *   Between creation and the first sighting the price first seen is the estimate (low: disk only, high: running); after the last
 *   sighting the price last seen (low: nothing, since it may be gone).
 *
 * An account's instant is observed when each of its instances' is, and unseen when one of them is. What was created and deleted
 * while nobody looked was never seen at all, and no bound here can include it: coverage below 100 % is what says so.
 */
export interface Ledger {
  /** In order of time, and apart by more than `OBSERVED_LIMIT`. */
  watches: readonly Watch[]
  /** By uuid, also those that are gone. */
  instances: ReadonlyMap<string, LedgerInstance>
  /** Totals of days whose entries have been let go, oldest first: see fold.ts. */
  days: readonly LedgerDay[]
  /** Where the days end and the entries begin: ms since the epoch; minus infinity while nothing has been let go. */
  foldedTo: number
}

/** The longest pause between two equal sightings that still counts as looking on: the service itself looks every 5 minutes. */
export const OBSERVED_LIMIT = 5 * MINUTE

/** A time during which the account was looked at, both ends included: ms since the epoch. */
export interface Watch {
  from: number
  to: number
}

export interface LedgerInstance {
  uuid: string
  /** The name it was last seen under. */
  name: string
  /** ms since the epoch; null where the service did not say. */
  created: number | null
  /** In order of time; never empty. */
  entries: readonly LedgerEntry[]
}

/** What an instance was billed by, from one instant on until the next entry. Times in ms since the epoch. */
export interface LedgerEntry {
  /** The first sighting of these facts. */
  at: number
  /** The last sighting of what was before, or of the account without this instance; null when there was none. */
  after: number | null
  /** Null while the account does not have the instance. */
  facts: Facts | null
  /**
   * Follows an action that the service accepted at `at`, and no sighting has shown it yet. The API page says that billing follows
   * the action at once, while the list may show the state before for some seconds.
   */
  awaited: boolean
}

/** Nano-dollars an hour, by what they pay for. `compute` is vCPUs and memory; `other` is what is neither (Sentieon, the service's own difference). */
export type Parts = Record<LedgerPart, bigint>
export const ledgerParts = ['compute', 'storage', 'gpu', 'other'] as const
export type LedgerPart = (typeof ledgerParts)[number]

/** All that a price depends on, at one sighting. Nano-dollars an hour. */
export interface Facts {
  now: Parts
  /** Disk only, or the price now where that is less. */
  low: bigint
  /** Running, or the price now where that is more. */
  high: bigint
  /** Parts of the price now, and of the running price, that have no known rate: all figures are then "from". */
  unknown: readonly CostPart[]
  unknownRunning: readonly CostPart[]
  /** The page does not say what is billed in this state: it counts as running, and low and high stay apart even where observed. */
  assumed: boolean
}

/** No instance costs as much an hour, in nano-dollars: a price beyond it is an error of the service, and counts as not known. */
export const MOST_HOURLY = 1_000_000n * 1_000_000_000n

/** A time before this is none of an instance or of a ledger: ms since the epoch. */
export const EARLIEST = Date.UTC(2015, 0)

/**
 * What an hourly price comes to over time, exactly: nano-dollars an hour × milliseconds. 3,600,000 of it are one nano-dollar;
 * `toUsd` of totals.ts turns it into money, once, where it is shown.
 */
export type UsdMs = bigint

/** What a stretch of time came to. The three durations add up to it. */
export interface Tally {
  /** The estimate, by what it pays for. */
  parts: Record<LedgerPart, UsdMs>
  estimate: UsdMs
  low: UsdMs
  high: UsdMs
  observedMs: number
  presumedMs: number
  unseenMs: number
  /** Parts without a known rate: low, estimate and high leave them out. */
  unknown: readonly CostPart[]
  /** Some of it was spent in states whose billing the page does not describe. */
  assumed: boolean
}

/** What a day came to: ms since the epoch. */
export interface LedgerDay {
  from: number
  to: number
  tally: Tally
}

export const emptyLedger: Ledger = {
  watches: [],
  instances: new Map(),
  days: [],
  foldedTo: Number.NEGATIVE_INFINITY,
}

/** When the account was last seen: ms since the epoch; null when it never was. */
export const lastSeen = ({ watches }: Ledger): number | null => watches.at(-1)?.to ?? null

/**
 * The ledger as it can have come about by now. What lies after was written while a clock was ahead, and is to be set aside. Which
 * clock was wrong is known where the service confirms the time (`isSure`). Otherwise up to a day of watching is taken to be wrong; where
 * more lies ahead it is the clock of now, and the ledger stays as it is and takes nothing (see `observe`).
 */
export const withoutFuture = (ledger: Ledger, { now, isSure }: LedgerTime): Ledger => {
  const { watches } = ledger
  const isFolded = ledger.foldedTo > now
  if ((watches.at(-1)?.to ?? now) <= now && !isFolded) return ledger
  let ahead = 0
  for (const { from, to } of watches) ahead += Math.max(0, to - Math.max(from, now))
  if (!isSure && (ahead > DAY || isFolded)) return ledger

  const instances = new Map<string, LedgerInstance>()
  for (const [uuid, known] of ledger.instances) {
    const entries = known.entries.filter(({ at }) => at <= now)
    if (entries.length === known.entries.length) instances.set(uuid, known)
    else if (entries.length > 0) instances.set(uuid, { ...known, entries })
  }
  const days = isFolded ? ledger.days.filter(({ to }) => to <= now) : ledger.days
  return {
    instances,
    watches: watches
      .filter(({ from }) => from <= now)
      .map(({ from, to }) => ({ from, to: Math.min(to, now) })),
    days,
    foldedTo: isFolded ? (days.at(-1)?.to ?? Number.NEGATIVE_INFINITY) : ledger.foldedTo,
  }
}
