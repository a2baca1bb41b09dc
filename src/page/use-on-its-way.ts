import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { parseTimestamp, SECOND } from '#lib/time.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { statesSeen } from '#storage/instances.ts'
import { useStored } from '#storage/stored-value.ts'

import { useNow } from './use-now.ts'
import { useTimeLimit } from './use-time-limit.ts'

/** Since when an instance is on its way (ms since the epoch; null where nobody knows), for how long (ms), and whether that is too long. */
export const useOnItsWay = (instance: Instance) => {
  const now = useNow(SECOND)
  const limit = useTimeLimit([instance])(instance)
  const seen = stateSinceOf(useStored(statesSeen.of(useApi().connectionId)))(instance.uuid)
  const since = seen ?? (instance.state === 'provisioning' ? parseTimestamp(instance.created_at) : null)
  const elapsed = since === null ? null : Math.max(0, now - since)
  return { since, elapsed, limit, isOverdue: elapsed !== null && elapsed > limit }
}
