import { useApi } from '#api/api-context.ts'
import type { PendingPort } from '#api/pending-acts.ts'
import { useNow } from '#page/use-now.ts'
import type { Instance } from '#contract/instance.ts'
import { pendingStatus } from '#model/pending.ts'
import { Button } from '#ui/button.tsx'

/** Says of a change to a port that was accepted and does not come about that it did not. */
export const PendingPortLine = ({ pending, instance }: { pending: PendingPort; instance: Instance }) => {
  const { pendingActs } = useApi()
  const now = useNow()
  const { status, sentence } = pendingStatus(pending, instance, now)
  if (status !== 'overdue') return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pb-1.5">
      <p className="min-w-0 flex-1 basis-56 text-small text-lamp-ink">{sentence}</p>
      <Button size="sm" onClick={() => pendingActs.forget(pending)}>
        Stop waiting
      </Button>
    </div>
  )
}
