import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { DAY, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { rightSize, type RightSize } from '#model/usage/right-size.ts'
import { fromStats, type UsageHistory, usageSummary, type UsageSummary } from '#model/usage/usage.ts'
import { useNow } from '#page/use-now.ts'
import { usageQuery } from '#storage/stored-queries.ts'

const interval = 10 * SECOND
const nothingRead: UsageHistory = []

interface InstanceUsage {
  summary: UsageSummary
  /** A smaller size that the last day's use fits; null where there is none, or too little was seen. */
  fitting: RightSize | null
  /** Whether its use is measured now: what is not known yet may come. */
  isMeasured: boolean
}

/** The use of an instance: what is stored of the last day, and what is read while it is looked at. */
export const useInstanceUsage = (instance: Instance): InstanceUsage => {
  const { uuid } = instance
  const api = useApi()
  const now = useNow(interval)
  const isMeasured = checkAction('stats', instance).allowed
  const { data, dataUpdatedAt } = useStats(uuid, isMeasured, interval)
  const stored = useQuery(usageQuery(api, uuid, DAY)).data ?? nothingRead
  const history = stored.length > 0 || data === undefined ? stored : [fromStats(data, dataUpdatedAt)]
  return { summary: usageSummary(history, now), fitting: rightSize(instance, history, now), isMeasured }
}
