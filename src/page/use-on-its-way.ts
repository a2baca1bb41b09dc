import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { parseTimestamp, SECOND } from '#lib/time.ts'
import { startLimit, usualStart } from '#model/activity/usual-starts.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { usuallyAtMost } from '#model/usage/findings.ts'
import { statesSeen } from '#storage/instances.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { useStored } from '#storage/stored-value.ts'

import { useNow } from './use-now.ts'

const isStarting = ({ state }: Instance): boolean => state === 'provisioning'

/**
 * How long (ms) each of these instances may be on its way before that is overdue: a start by the starts of its kind that this browser has
 * seen, everything else by what its state usually takes at most. One rule for every page.
 */
export const useTimeLimit = (instances: readonly Instance[]): ((instance: Instance) => number) => {
  const { data } = useQuery({ ...activityQuery(useApi()), enabled: instances.some(isStarting) })
  return (instance) =>
    isStarting(instance)
      ? startLimit(data === undefined ? null : usualStart(data.happenings, instance))
      : usuallyAtMost(instance.state)
}

/** Since when an instance is in its present state (ms since the epoch); null where nobody saw it begin. */
export const useStateSince = ({ uuid }: Instance): number | null =>
  stateSinceOf(useStored(statesSeen.of(useApi().connectionId)))(uuid)

/** How long a start of this instance usually takes (ms); null where it does not start, or too few were seen. */
export const useUsualStart = (instance: Instance): number | null => {
  const { data } = useQuery({ ...activityQuery(useApi()), enabled: isStarting(instance) })
  if (!isStarting(instance) || data === undefined) return null
  return usualStart(data.happenings, instance)?.median ?? null
}

/** Since when an instance is on its way (ms since the epoch; null where nobody knows), for how long (ms), and whether that is too long. */
export const useOnItsWay = (instance: Instance) => {
  const now = useNow(SECOND)
  const limit = useTimeLimit([instance])(instance)
  const seen = useStateSince(instance)
  const since = seen ?? (instance.state === 'provisioning' ? parseTimestamp(instance.created_at) : null)
  const elapsed = since === null ? null : Math.max(0, now - since)
  return { since, elapsed, limit, isOverdue: elapsed !== null && elapsed > limit }
}
