import type { Ledger } from '#model/ledger/ledger.ts'
import { stretchesOf } from '#model/ledger/stretches.ts'
import { ledgerTotals, shareSeen, toUsd } from '#model/ledger/totals.ts'
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

export type LifeKind = 'ran' | 'stopped' | 'unseen'

/** A stretch of an instance's life, in ms since the epoch. */
export interface LifePart {
  kind: LifeKind
  from: number
  to: number
}

/** The life of an instance as far as this browser saw it, up to `until` (ms since the epoch); empty where it never did. */
export const lifeOf = (ledger: Ledger, uuid: string, until: number): LifePart[] => {
  const known = ledger.instances.get(uuid)
  if (known === undefined) return []
  const parts: LifePart[] = []
  for (const { from, to, facts, isGap } of stretchesOf(known, { from: ledger.foldedTo, to: until })) {
    const { compute, gpu, storage } = facts.now
    const kind = isGap ? 'unseen' : compute > 0n || gpu > 0n ? 'ran' : storage > 0n ? 'stopped' : null
    const part = { from: Math.max(from, ledger.foldedTo), to: Math.min(to, until) }
    if (kind === null || part.from >= part.to || !Number.isFinite(part.from)) continue
    const last = parts.at(-1)
    if (last?.kind === kind && last.to === part.from) last.to = part.to
    else parts.push({ kind, ...part })
  }
  return parts
}

/** How long all of one kind took, in ms. */
export const timeOf = (parts: readonly LifePart[], kind: LifeKind): number =>
  parts.filter((part) => part.kind === kind).reduce((sum, { from, to }) => sum + to - from, 0)
