import type { Instance } from '#contract/instance.ts'
import { DAY, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { rightSize, type RightSize } from '#model/usage/right-size.ts'
import { usageSummary, type UsageSummary } from '#model/usage/usage.ts'
import { useNow } from '#page/use-now.ts'
import { useUsageHistory } from '#page/use-usage.ts'

const interval = 10 * SECOND

interface InstanceUsage {
  summary: UsageSummary
  /** A smaller size that the last day's use fits; null where there is none, or too little was seen. */
  fitting: RightSize | null
  /** Whether its use is measured now: what is not known yet may come. */
  isMeasured: boolean
}

/** The use of an instance: what is stored of the last day, and what is read while it is looked at. */
export const useInstanceUsage = (instance: Instance): InstanceUsage => {
  const now = useNow(interval)
  const isMeasured = checkAction('stats', instance).allowed
  const { history } = useUsageHistory(instance.uuid, {
    span: DAY,
    isRead: isMeasured,
    interval,
    until: now + interval,
  })
  return { summary: usageSummary(history, now), fitting: rightSize(instance, history, now), isMeasured }
}
