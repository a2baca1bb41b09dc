import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { createBatch } from '#lib/batch.ts'
import { formatCount } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import type { ActionRequest } from '#operations/action-requests.ts'
import { type BulkRun, isAwaited, type Operation, wasAccepted } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import type { Operations } from '#operations/operations.ts'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'
import { Ring } from '#ui/loading.tsx'
import { StateMark } from '#ui/state-mark.tsx'

import { BulkAsk } from './bulk-ask.tsx'
import { BulkLine, BulkList, mostLines } from './bulk-list.tsx'
import { bulkWords, progressText } from './bulk.ts'

/** Follows operations a few times a second: a run of thousands takes steps faster than they can be drawn. */
const followCalmly =
  ({ subscribe }: Operations) =>
  (listener: () => void) => {
    let isFollowing = true
    const batch = createBatch(() => {
      if (isFollowing) listener()
    }, 100)
    const stop = subscribe(() => batch.add(undefined))
    return () => {
      isFollowing = false
      stop()
    }
  }

const isNotDone = (one: Operation): boolean =>
  !isAwaited(one) && one.status !== 'dismissed' && (!wasAccepted(one) || one.status === 'overdue')

/** How one of them goes: waiting, on its way, done, or not. */
const OutcomeMark = ({ operation }: { operation: Operation }) => {
  const { status } = operation
  if (status === 'queued') return <StateMark kind="unknown" />
  if (status === 'requested') return <Ring size={12} className="text-busy" />
  if (status === 'cancelled' || status === 'dismissed') return <StateMark kind="deleted" />
  return isNotDone(operation) || status === 'failed' ? (
    <CircleAlert aria-hidden size={14} className="text-bad-ink" />
  ) : (
    <Check aria-hidden size={14} className="text-good" />
  )
}

/** A few words stand beside the name; what the service said stands under it. */
const Outcome = ({ operation, bulk }: { operation: Operation; bulk: BillingAction }) => {
  const text = progressText(operation, bulk)
  const isShort = ['queued', 'requested', 'accepted', 'confirmed'].includes(operation.status)
  return (
    <BulkLine
      mark={<OutcomeMark operation={operation} />}
      name={operation.request.name}
      note={isShort ? undefined : text}
    >
      {isShort && <span className="shrink-0 text-ink-muted">{text}</span>}
    </BulkLine>
  )
}

interface BulkProgressProps {
  bulk: BillingAction
  run: BulkRun
  onRun: (run: BulkRun) => void
  onClose: () => void
}

/** How a bulk run goes on, and how each went. Closed, it goes on by itself; what has not been sent yet can be held back. */
export const BulkProgress = ({ bulk, run, onRun, onClose }: BulkProgressProps) => {
  const operations = useOperations()
  const mine = new Set(run.operationIds)
  const all = useSyncExternalStore(followCalmly(operations), operations.all).filter(({ id }) => mine.has(id))
  const answered = all.filter((one) => !isAwaited(one)).length
  const isRunning = answered < all.length
  const queued = all.filter(({ status }) => status === 'queued').length
  const failed = all.filter(isNotDone)
  // Of a large run what failed comes first, then what is on its way.
  const failedOnes = new Set(failed)
  const rest = all.length > mostLines ? all.filter((one) => !failedOnes.has(one)) : []
  const lines = (
    all.length > mostLines
      ? [...failed, ...rest.filter(isAwaited), ...rest.filter((one) => !isAwaited(one))]
      : all
  ).slice(0, mostLines)

  useEffect(() => {
    const hide = run.operationIds.map((id) => operations.show(id, 'answer'))
    return () => hide.forEach((end) => end())
  }, [operations, run])

  return (
    <AlertDialog
      open
      title={`${bulkWords[bulk].verb} instances`}
      subject={<span className="text-secondary text-ink-muted">{formatCount(all.length)}</span>}
      onClose={onClose}
      footer={
        <>
          {queued > 0 && (
            <Button onClick={() => operations.holdBack(run)}>
              Hold back {pluralize(queued, 'instance')}
            </Button>
          )}
          {!isRunning && failed.length > 0 && (
            <Button onClick={() => onRun(operations.runAll(failed.map(({ request }) => request)))}>
              Try {pluralize(failed.length, 'instance')} again
            </Button>
          )}
          <Button variant={isRunning ? 'default' : 'primary'} onClick={onClose}>
            {isRunning ? 'Close' : 'Done'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <div className="grid gap-2">
          <p role="status" className="text-ink-muted">
            {answered} of {pluralize(all.length, 'instance')} answered
            {failed.length > 0 && `, ${failed.length} not done`}
          </p>
          <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-track forced-colors:border">
            <div
              className="h-full bg-accent motion-safe:transition-[width] forced-colors:bg-[Highlight]"
              style={{ width: `${(answered / Math.max(1, all.length)) * 100}%` }}
            />
          </div>
        </div>
        <BulkList hidden={all.length - lines.length}>
          {lines.map((operation) => (
            <Outcome key={operation.id} operation={operation} bulk={bulk} />
          ))}
        </BulkList>
        {isRunning && (
          <p className="text-secondary text-ink-muted">Goes on when closed, while this tab is open.</p>
        )}
      </div>
    </AlertDialog>
  )
}

interface BulkDialogProps {
  request: Extract<ActionRequest, { action: 'bulk' | 'bulkRun' }>
  onClose: () => void
}

/** Asks before an action on several instances, then reports on each of them. */
const BulkDialog = ({ request, onClose }: BulkDialogProps) => {
  const [started, setStarted] = useState<{ from: ActionRequest; run: BulkRun } | null>(null)
  const run = started?.from === request ? started.run : request.action === 'bulkRun' ? request.run : null
  const onRun = (next: BulkRun) => setStarted({ from: request, run: next })
  return run === null && request.action === 'bulk' ? (
    <BulkAsk bulk={request.bulk} instances={request.instances} onRun={onRun} onClose={onClose} />
  ) : (
    run !== null && <BulkProgress bulk={request.bulk} run={run} onRun={onRun} onClose={onClose} />
  )
}
export default BulkDialog
