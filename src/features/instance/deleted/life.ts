import type { Ledger } from '#model/ledger/ledger.ts'
import { stretchesOf } from '#model/ledger/stretches.ts'

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
