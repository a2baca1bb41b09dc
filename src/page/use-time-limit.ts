import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { startLimit, usualStart } from '#model/activity/usual-starts.ts'
import { usuallyAtMost } from '#model/usage/findings.ts'
import { activityQuery } from '#storage/stored-queries.ts'

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
