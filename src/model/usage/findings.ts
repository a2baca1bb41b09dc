import type { Instance } from '#contract/instance.ts'
import { formatAge, formatDuration, formatGib } from '#lib/format.ts'
import { perMonth } from '#lib/money.ts'
import { compareNatural } from '#lib/text.ts'
import { DAY, MINUTE, parseTimestamp } from '#lib/time.ts'

import { gpuText } from '../instance/labels.ts'
import { stateInfo } from '../instance/states.ts'
import { atLeastMonthly, projectedText } from '../pricing/amount-text.ts'
import type { BudgetStatus } from '../pricing/budget.ts'
import { hourlyCost, isFree, stopSaves, type Total } from '../pricing/cost.ts'
import { hourlyText } from '../pricing/price-text.ts'
import { IDLE_CPU } from './usage.ts'

type FindingKind = 'error' | 'slow' | 'budget' | 'idle' | 'stopped'

/** The one action that answers a finding: `open` is the instance's page, `budget` the budget on the Costs page. */
export type FindingAction = 'open' | 'stop' | 'delete' | 'budget'

/** Something that a person should look at. */
export interface Finding {
  /** The same for as long as it is about the same thing: by it a finding is dismissed. */
  key: string
  kind: FindingKind
  /** Null for a finding about the account. */
  uuid: string | null
  /** Whom it is about, and in a few words what: "llama-tune", "idle 3 h". */
  subject: string
  fact: string
  title: string
  detail: string
  /** What is at stake in a month of 730 hours, not an hour: what the action would save, or what is paid for nothing. */
  monthly: Total
  action: FindingAction
  /** When it began, as far as this browser saw (ms since the epoch): one that began after it was dismissed is a new one. */
  since: number | null
}

/** What this browser saw of instances over time, by uuid; times in ms since the epoch, null for what it does not know. */
export interface SeenSince {
  /** Since when the instance is in its present state. */
  stateSince: (uuid: string) => number | null
  /** Since when a running container idles (`idleSince` of model/usage). */
  idleSince: (uuid: string) => number | null
  /** How long (ms) an instance may be on its way before that is overdue; without it by its state alone. */
  limitOf?: (instance: Instance) => number
}

const usually: Readonly<Record<string, number>> = {
  provisioning: 15 * MINUTE,
  resizing: 5 * MINUTE,
  deleting: 10 * MINUTE,
  migrating: 30 * MINUTE,
  cloning: 60 * MINUTE,
}
const USUALLY = 30 * MINUTE

/** How long a state that passes by itself usually takes at most, in ms. */
export const usuallyAtMost = (state: string): number =>
  Object.hasOwn(usually, state) ? (usually[state] ?? USUALLY) : USUALLY

/** A disk from this size on, of an instance stopped for this long, is worth a thought. */
export const LARGE_DISK_GIB = 100
export const STOPPED_FOR = 14 * DAY

const ofInstance = (
  { uuid, name }: Instance,
  kind: Exclude<FindingKind, 'budget'>,
  rest: Pick<Finding, 'fact' | 'title' | 'detail' | 'monthly' | 'action' | 'since'>,
): Finding => ({ key: `${kind}:${uuid}`, kind, uuid, subject: name, ...rest })

const inMonth = (hourly: Total): Total => ({ ...hourly, known: perMonth(hourly.known) })

const paidNow = (instance: Instance): Total => inMonth(hourlyCost(instance).now)

/** By the API page nothing is billed in error; where the service says otherwise, that is said. */
const errorText = (instance: Instance): string => {
  const { now } = hourlyCost(instance)
  const billed = isFree(now)
    ? 'Nothing is billed in this state, and it'
    : `By the API nothing is billed in this state, yet the service reports ${hourlyText(now)} / h. It`
  return `${billed} does not pass by itself. Its page says what can be done.`
}

const inError = (instance: Instance, since: number | null, now: number): Finding => {
  const { phrase, description } = stateInfo(instance.state)
  return ofInstance(instance, 'error', {
    fact: since === null || now - since < MINUTE ? phrase : `${phrase} ${formatAge(now - since)}`,
    title: `${instance.name} is ${phrase}.`,
    detail: instance.state === 'error' ? errorText(instance) : `${description}. It is counted as running.`,
    monthly: paidNow(instance),
    action: 'open',
    since,
  })
}

const slow = (instance: Instance, seen: number | null, now: number, limit: number): Finding | null => {
  const { state, name } = instance
  const { word, phrase } = stateInfo(state)
  const since = seen ?? (state === 'provisioning' ? parseTimestamp(instance.created_at) : null)
  if (since === null || now - since < limit) return null
  return ofInstance(instance, 'slow', {
    fact: `${word.toLowerCase()} ${formatAge(now - since)}`,
    title: `${name} is ${phrase} for longer than usual.`,
    detail: `That has gone on for ${formatAge(now - since)}.`,
    monthly: paidNow(instance),
    action: 'open',
    since,
  })
}

const idle = (instance: Instance, since: number | null, now: number): Finding | null => {
  if (since === null) return null
  const monthly = inMonth(stopSaves(hourlyCost(instance)))
  const saved = atLeastMonthly(monthly)
  const gpu = gpuText(instance) === null ? '' : ' Only the CPU is looked at: its GPU may be at work.'
  const saves = saved === null ? '' : ` Stopping it saves ${saved}.`
  return ofInstance(instance, 'idle', {
    fact: `idle ${formatAge(now - since)}`,
    title: `${instance.name} runs but is idle.`,
    detail: `Its CPU has been under ${IDLE_CPU} % for ${formatDuration(now - since)}.${saves}${gpu}`,
    monthly,
    action: 'stop',
    since,
  })
}

const longStopped = (instance: Instance, since: number | null, now: number): Finding | null => {
  const { disk_size_gib: disk, name } = instance
  if (since === null || now - since < STOPPED_FOR) return null
  if (disk === null || disk < LARGE_DISK_GIB) return null
  const { now: price } = hourlyCost(instance)
  const cost =
    price.unknown.length > 0
      ? 'is billed at a rate that is not known'
      : `costs ${projectedText(inMonth(price))} / month`
  return ofInstance(instance, 'stopped', {
    fact: `stopped ${formatAge(now - since)}`,
    title: `${name} has been stopped for ${Math.floor((now - since) / DAY)} days.`,
    detail: `Its disk of ${formatGib(disk)} ${cost}. Deleting it ends that, and loses its data for good.`,
    monthly: inMonth(price),
    action: 'delete',
    since,
  })
}

/** What there is to say about one instance: at most one finding, the one that explains the others. */
export const findingOf = (instance: Instance, seen: SeenSince, now: number): Finding | null => {
  const { uuid, state } = instance
  // Each kind of state has one finding of its own.
  switch (stateInfo(state).kind) {
    case 'error':
      return inError(instance, seen.stateSince(uuid), now)
    case 'transition':
      return slow(instance, seen.stateSince(uuid), now, seen.limitOf?.(instance) ?? usuallyAtMost(state))
    case 'running':
      return idle(instance, seen.idleSince(uuid), now)
    case 'stopped':
      return longStopped(instance, seen.stateSince(uuid), now)
    default:
      return null
  }
}

/** A budget that is, or will be, exceeded. `month` names the calendar month ("2026-11"), so that each has a finding of its own. */
export const budgetFinding = (
  { level, excess, unknown, sentence }: BudgetStatus,
  month: string,
): Finding | null => {
  if (level !== 'over' && level !== 'will-exceed') return null
  return {
    key: `budget:${level}:${month}`,
    kind: 'budget',
    uuid: null,
    subject: 'Budget',
    fact: level === 'over' ? 'over this month' : 'over by the end of the month',
    title: level === 'over' ? 'This month is over its budget.' : 'This month will go over its budget.',
    detail: sentence,
    monthly: { known: excess, unknown, assumed: false },
    action: 'budget',
    since: null,
  }
}

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
