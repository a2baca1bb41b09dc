import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { monthlyBudget } from '#storage/budget.ts'
import { dismissals } from '#storage/dismissals.ts'
import { useKept } from '#storage/kept.ts'
import { statesSeen } from '#storage/states-seen.ts'
import { idleQuery, idleSinceOf, ledgerQuery } from '#storage/stored-queries.ts'
import { attention, withDismissal, withoutDismissal } from '#model/usage/attention.ts'
import type { Finding } from '#model/usage/findings.ts'
import { monthBudget } from '#model/pricing/month-budget.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { useNow } from '#page/use-now.ts'

/** What asks for attention as far as this browser knows, the dearest first, and how to wave one away and back. */
export const useFindings = (instances: readonly Instance[]) => {
  const api = useApi()
  const { connectionId } = api
  const now = useNow(MINUTE)
  const kept = dismissals.of(connectionId)
  const amount = useKept(monthlyBudget.of(connectionId))
  const ledger = useQuery({ ...ledgerQuery(api), enabled: amount !== null }).data ?? null
  const stateSince = stateSinceOf(useKept(statesSeen.of(connectionId)))
  const idleSince = idleSinceOf(useQuery(idleQuery(api, instances)).data)
  const findings = attention(
    {
      instances,
      seen: { stateSince, idleSince },
      budget: amount === null || ledger === null ? null : monthBudget(amount, ledger, instances, now),
      dismissals: useKept(kept),
    },
    now,
  )
  return {
    findings,
    /** False where the browser did not store it: then it is back after a reload. */
    dismiss: ({ key }: Finding): boolean => kept.write(withDismissal(kept.read(), key, Date.now())),
    restore: ({ key }: Finding) => {
      kept.write(withoutDismissal(kept.read(), key))
    },
  }
}
