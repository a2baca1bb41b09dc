import type { Instance } from '#contract/instance.ts'
import { formatDuration, formatHourly } from '#lib/format.ts'

import { hourlyCost, stopSaves } from './cost.ts'
import { environmentLabel } from './flavors.ts'
import { gpuText, sizeText } from './labels.ts'
import { stateInfo } from './states.ts'
import { IDLE_CPU } from './usage.ts'

/** What one can ask to be told of. */
export const alertKinds = ['ready', 'stopped', 'failed', 'idle'] as const
export type AlertKind = (typeof alertKinds)[number]

export interface Alert {
  uuid: string
  kind: AlertKind
  title: string
  body: string
}

const alertOn = (before: Instance, after: Instance): Alert | null => {
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
export const alertsBetween = (before: readonly Instance[], after: readonly Instance[]): Alert[] => {
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
  const saved = stopSaves(hourlyCost(instance))
  return {
    uuid,
    kind: 'idle',
    title: `${name} is idle`,
    body: [
      `CPU under ${IDLE_CPU} % for ${formatDuration(now - since)}.`,
      saved > 0n ? `Stopping saves ${formatHourly(saved)} / h.` : null,
      gpuText(instance) === null ? null : 'Its GPU may be at work.',
    ]
      .filter((part) => part !== null)
      .join(' '),
  }
}
