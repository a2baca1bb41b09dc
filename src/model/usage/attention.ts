import type { Instance } from '#contract/instance.ts'
import { compareNatural } from '#lib/text.ts'
import { DAY } from '#lib/time.ts'

import type { BudgetStatus } from '../pricing/budget.ts'
import { budgetFinding, findingOf, type Finding, type FindingKind, type SeenSince } from './findings.ts'

/** That a finding was dismissed, and when (ms since the epoch). */
export interface Dismissal {
  key: string
  at: number
}

/** Dismissals are forgotten after this long, and when there are more than this many, the oldest first. */
export const DISMISSED_FOR = 30 * DAY
export const MOST_DISMISSALS = 500

/** Where two findings have as much at stake, the graver one comes first. */
const severity: readonly FindingKind[] = ['error', 'slow', 'budget', 'idle', 'stopped']

const byStake = (a: Finding, b: Finding): number => {
  if (a.monthly.known !== b.monthly.known) return a.monthly.known < b.monthly.known ? 1 : -1
  // What is more than is known comes before what is known to be no more.
  const isOpen = (finding: Finding) => (finding.monthly.unknown.length > 0 ? 1 : 0)
  if (isOpen(a) !== isOpen(b)) return isOpen(b) - isOpen(a)
  return severity.indexOf(a.kind) - severity.indexOf(b.kind) || compareNatural(a.title, b.title)
}

/** Whether it was dismissed and is still the same occurrence: one that began later shows again. */
const isDismissed = ({ key, since }: Finding, dismissals: readonly Dismissal[], now: number): boolean =>
  dismissals.some(
    (dismissal) =>
      dismissal.key === key &&
      now - dismissal.at < DISMISSED_FOR &&
      (since === null || since <= dismissal.at),
  )

interface AttentionInput {
  instances: readonly Instance[]
  seen: SeenSince
  /** Null where no budget is set; `month` names the calendar month it is for ("2026-11"). */
  budget: { status: BudgetStatus; month: string } | null
  dismissals: readonly Dismissal[]
}

/** What asks for a person's eye, by what is at stake in a month: the dearest first. What was dismissed is left out. */
export const attention = ({ instances, seen, budget, dismissals }: AttentionInput, now: number): Finding[] =>
  [
    budget === null ? null : budgetFinding(budget.status, budget.month),
    ...instances.map((instance) => findingOf(instance, seen, now)),
  ]
    .filter((finding) => finding !== null)
    .filter((finding) => !isDismissed(finding, dismissals, now))
    .toSorted(byStake)

/** The dismissals after one more: newest first, without those that have run out. */
export const withDismissal = (dismissals: readonly Dismissal[], key: string, now: number): Dismissal[] =>
  [
    { key, at: now },
    ...dismissals.filter((dismissal) => dismissal.key !== key && now - dismissal.at < DISMISSED_FOR),
  ].slice(0, MOST_DISMISSALS)

/** The dismissals without one, for its undo. */
export const withoutDismissal = (dismissals: readonly Dismissal[], key: string): Dismissal[] =>
  dismissals.filter((dismissal) => dismissal.key !== key)
