import { useEffect, useState, useSyncExternalStore } from 'react'

import type { Instance } from '#contract/instance.ts'
import { createBatch } from '#lib/batch.ts'
import { pluralize } from '#lib/text.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import { type BulkPlan, planBulk } from '#model/instance/bulk.ts'
import { actionPriceText } from '#model/pricing/action-price.ts'
import type { ActionRequest } from '#operations/action-requests.ts'
import { type BulkRun, isAwaited, type Operation, wasAccepted } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import type { Operations } from '#operations/operations.ts'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { PriceChange } from './price-change.tsx'
import { useRefusal } from './use-refusals.ts'

const words: Record<BillingAction, { verb: string; accepted: string; done: string; effect: string }> = {
  stop: {
    verb: 'Stop',
    accepted: 'Stop accepted',
    done: 'Stopped',
    effect: 'They are shut down, and what runs on them ends. Their disks are kept.',
  },
  restart: {
    verb: 'Restart',
    accepted: 'Restart accepted',
    done: 'Running',
    effect: 'They start again, each as it was.',
  },
  delete: {
    verb: 'Delete',
    accepted: 'Deleted',
    done: 'Deleted',
    effect: 'All their data is lost for good. This cannot be undone.',
  },
}

const progressText = (operation: Operation, bulk: BillingAction): string => {
  const { status, error, reason } = operation
  switch (status) {
    case 'queued':
      return 'waiting'
    case 'requested':
      return 'on its way…'
    case 'accepted':
      return words[bulk].accepted
    case 'confirmed':
      return words[bulk].done
    case 'overdue':
      return `${words[bulk].accepted}, not seen to happen`
    case 'failed':
      return 'It ended in error.'
    case 'dismissed':
      return 'Asked for again, or not waited for any more.'
    case 'cancelled':
      return `Not sent. ${reason ?? ''}`
    case 'unknown':
      return `${error?.message ?? ''} It is not known whether it was done.`
    default:
      return error?.message ?? 'Refused.'
  }
}

const Line = ({ name, children }: { name: string; children: string }) => (
  <li className="flex justify-between gap-4 border-b border-line px-3 py-2 last:border-b-0">
    <span className="min-w-0 truncate font-name">{name}</span>
    <span className="max-w-[60%] shrink-0 text-right text-ink-muted">{children}</span>
  </li>
)

/** More lines than anybody reads make each step of a large run slow. */
const mostLines = 100

const More = ({ count }: { count: number }) =>
  count > 0 && <li className="px-3 py-2 text-ink-muted">and {pluralize(count, 'more', 'more')}</li>

const list = 'max-h-60 overflow-y-auto rounded-card border border-line text-secondary'

interface AskProps {
  bulk: BillingAction
  instances: readonly Instance[]
  onRun: (run: BulkRun) => void
  onClose: () => void
}

/** What one action will do to several instances and to their cost, before it is asked for. */
const Ask = ({ bulk, instances, onRun, onClose }: AskProps) => {
  const operations = useOperations()
  const refusal = useRefusal()
  const [plan] = useState((): BulkPlan => planBulk(bulk, instances, refusal))
  const [typed, setTyped] = useState('')
  const { verb, effect } = words[bulk]
  const count = plan.doable.length
  const many = pluralize(count, 'instance')
  const problem =
    count === 0
      ? 'None of them can be.'
      : bulk === 'delete' && typed.trim() !== String(count)
        ? `Type ${count} first.`
        : undefined

  return (
    <AlertDialog
      open
      title={`${verb} instances`}
      description={effect}
      onClose={onClose}
      onSubmit={() => {
        if (problem === undefined)
          onRun(operations.runAll(plan.doable.map(({ uuid, name }) => ({ action: bulk, uuid, name }))))
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant={bulk === 'delete' ? 'danger' : 'primary'} disabledReason={problem}>
            {verb} {many}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {count > 0 && (
          <div className="grid gap-2">
            <PriceChange label={`Cost of ${many}`} price={plan} />
            <p className="text-secondary text-ink-muted">
              {actionPriceText(bulk, plan, count === 1 ? 'one' : 'several')}
            </p>
          </div>
        )}
        <ul className={list}>
          {plan.doable.slice(0, mostLines).map(({ uuid, name }) => (
            <Line key={uuid} name={name}>
              {''}
            </Line>
          ))}
          <More count={count - mostLines} />
          {plan.refused.slice(0, mostLines).map(({ instance: { uuid, name }, reason }) => (
            <li key={uuid} className="border-b border-line px-3 py-2 text-ink-muted last:border-b-0">
              <span className="block truncate">{name} is left out</span>
              {reason}
            </li>
          ))}
          <More count={plan.refused.length - mostLines} />
        </ul>
        {bulk === 'delete' && count > 0 && (
          <Field label="Number of instances" hint={`Type ${count} to delete ${many}.`}>
            <TextInput
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </Field>
        )}
      </div>
    </AlertDialog>
  )
}

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

interface ProgressProps {
  bulk: BillingAction
  run: BulkRun
  onRun: (run: BulkRun) => void
  onClose: () => void
}

/** How a bulk run goes on. Closed, it goes on by itself; what has not been sent yet can be held back. */
const Progress = ({ bulk, run, onRun, onClose }: ProgressProps) => {
  const operations = useOperations()
  const mine = new Set(run.operationIds)
  const all = useSyncExternalStore(followCalmly(operations), operations.all).filter(({ id }) => mine.has(id))
  const isRunning = all.some(isAwaited)
  const queued = all.filter(({ status }) => status === 'queued').length
  const failed = all.filter(
    (one) => !isAwaited(one) && one.status !== 'dismissed' && (!wasAccepted(one) || one.status === 'overdue'),
  )
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
      title={`${words[bulk].verb} instances`}
      description={isRunning ? 'It goes on when this is closed, for as long as the tab is open.' : undefined}
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
      <div className="grid gap-2">
        <p role="status" className="text-secondary text-ink-muted">
          {all.length - all.filter(isAwaited).length} of {pluralize(all.length, 'instance')} answered
          {failed.length > 0 && `, ${failed.length} not done`}
        </p>
        <ul className={list}>
          {lines.map((operation) => (
            <Line key={operation.id} name={operation.request.name}>
              {progressText(operation, bulk)}
            </Line>
          ))}
          <More count={all.length - lines.length} />
        </ul>
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
    <Ask bulk={request.bulk} instances={request.instances} onRun={onRun} onClose={onClose} />
  ) : (
    run !== null && <Progress bulk={request.bulk} run={run} onRun={onRun} onClose={onClose} />
  )
}
export default BulkDialog
