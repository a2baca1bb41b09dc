import type { Instance } from '#contract/instance.ts'
import { formatDuration } from '#lib/format.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { gpuText, sizeText } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { MonthBudget, WarningLevel } from '#model/pricing/budget.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'
import { atLeastHourly } from '#model/pricing/amount-text.ts'
import { IDLE_CPU } from '#model/usage/usage.ts'
import type { AlertKind } from '#storage/preferences.ts'

export interface Alert {
  kind: AlertKind
  title: string
  body: string
  /** What it is about; null for one about the account. */
  uuid: string | null
}
export type InstanceAlert = Alert & { uuid: string }

/** An instance as it was before, as far as that counts. */
type Former = Pick<Instance, 'uuid' | 'state'>

const alertOn = (before: Former, after: Instance): InstanceAlert | null => {
  const { uuid, name } = after
  const was = stateInfo(before.state)
  const is = stateInfo(after.state)
  if (was.kind === is.kind) return null
  switch (is.kind) {
    case 'running':
      return {
        uuid,
        kind: 'ready',
        title: `${name} is running`,
        body: `${environmentLabel(after)} · ${sizeText(after)}`,
      }
    case 'stopped':
      return {
        uuid,
        kind: 'stopped',
        title: `${name} has stopped`,
        body: 'Compute billing has ended; its disk goes on costing.',
      }
    case 'error':
      return {
        uuid,
        kind: 'failed',
        title: `${name} is ${is.phrase}`,
        body: `Before that it was ${was.phrase}. Open it to see what can be done.`,
      }
    default:
      return null
  }
}

/** What is worth telling of the changes between two readings of the same account. What is new or gone tells nothing. */
export const alertsBetween = (before: readonly Former[], after: readonly Instance[]): InstanceAlert[] => {
  const known = new Map(before.map((instance) => [instance.uuid, instance]))
  return after.flatMap((instance) => {
    const former = known.get(instance.uuid)
    const alert = former === undefined || former === instance ? null : alertOn(former, instance)
    return alert === null ? [] : [alert]
  })
}

/** A container that has had nothing to do since `since` (milliseconds since the epoch); see `idleSince`. */
export const idleAlert = (instance: Instance, since: number, now: number): Alert => {
  const { uuid, name } = instance
  const saved = atLeastHourly(stopSaves(hourlyCost(instance)))
  return {
    uuid,
    kind: 'idle',
    title: `${name} is idle`,
    body: [
      `CPU under ${IDLE_CPU} % for ${formatDuration(now - since)}.`,
      saved === null ? null : `Stopping saves ${saved}.`,
      gpuText(instance) === null ? null : 'Its GPU may be at work.',
    ]
      .filter((part) => part !== null)
      .join(' '),
  }
}

/** The highest level of a budget that was told of, and in which month ("2026-11"). */
export interface NotifiedBudget {
  month: string
  level: WarningLevel
}

/**
 * Tells that a month has reached a warning level of its budget, with what is to be remembered so that it is told once; null where
 * there is nothing new.
 */
export const budgetAlert = (
  { status: { reached, sentence }, month }: MonthBudget,
  notified: NotifiedBudget | null,
): { alert: Alert; notified: NotifiedBudget } | null => {
  if (reached === null || (notified?.month === month && notified.level >= reached)) return null
  const title =
    reached === 100 ? 'The budget of this month is reached' : `${reached} % of this month’s budget is reached`
  return {
    alert: { uuid: null, kind: 'budget', title, body: sentence },
    notified: { month, level: reached },
  }
}
