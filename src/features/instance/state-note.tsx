import { useQuery } from '@tanstack/react-query'
import ClipboardCopy from 'lucide-react/icons/clipboard-copy'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import { overdueText } from '#model/instance/operation-text.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { paths } from '#model/paths.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost, isFree } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { useAsk } from '#operations/action-requests.ts'
import { failureText } from '#operations/failure-text.ts'
import { useShown } from '#operations/hooks.ts'
import { isUnconfirmed, type Operation } from '#operations/operation.ts'
import { useOperation, useOperations } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { Alert } from '#ui/alert.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Note } from '#ui/note.tsx'

import { supportText } from './support-text.ts'
import { useProgress } from './usage/progress.tsx'

/** An operation that is not known to have happened, with the way to repeat it and the way to let it be. */
const Unconfirmed = ({ operation, instance }: { operation: Operation; instance: Instance }) => {
  const operations = useOperations()
  const { now } = useApi()
  useNow()
  const { id, request, status, answeredAt } = operation
  const actions = (
    <>
      <Button size="sm" onClick={() => operations.retry(id)}>
        Try again
      </Button>
      <Button size="sm" onClick={() => operations.dismiss(id)}>
        Stop waiting
      </Button>
    </>
  )
  if (status === 'overdue') {
    const { title, detail } = overdueText(request, instance, now() - (answeredAt ?? now()))
    return (
      <Alert title={title} actions={actions}>
        {detail}
      </Alert>
    )
  }
  return (
    // Told already, where it was asked for.
    <Note className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <span className="min-w-0 flex-1 basis-56">{failureText(operation)?.title}</span>
      <span className="flex gap-2">{actions}</span>
    </Note>
  )
}

/** What support asks for first, on the clipboard. */
export const CopyForSupport = ({ instance }: { instance: Instance }) => {
  const { now, ...api } = useApi()
  const { data } = useQuery(activityQuery({ now, ...api }))
  return (
    <CopyButton
      text={() => supportText(instance, data?.happenings ?? [], now())}
      what="facts for support"
      variant="ghost"
      size="sm"
      icon={<ClipboardCopy aria-hidden size={14} />}
    >
      Copy for support
    </CopyButton>
  )
}

const DeleteButton = ({ instance, children }: { instance: Instance; children: string }) => {
  const ask = useAsk()
  const disabledReason = useDisabledReasons(instance)
  return (
    <Button
      size="sm"
      variant="danger-quiet"
      disabledReason={disabledReason('delete')}
      onClick={() => ask({ action: 'delete', instance })}
    >
      {children}
    </Button>
  )
}

/** It failed: what that costs, and the three ways on. */
const Failed = ({ instance }: { instance: Instance }) => {
  const { data } = useQuery(activityQuery(useApi()))
  const { now: price } = hourlyCost(instance)
  const failure = data?.happenings.find(({ uuid, kind }) => uuid === instance.uuid && kind === 'failed')
  const notBilled = failure?.title.includes('billed') === true ? '' : 'Not billed. '
  const billed = isFree(price) ? notBilled : `The service reports ${hourlyText(price)} / h all the same. `
  return (
    <Alert
      title={failure === undefined ? 'Something went wrong.' : `${failure.title}.`}
      actions={
        <>
          <CopyForSupport instance={instance} />
          <DeleteButton instance={instance}>Delete…</DeleteButton>
          <Link
            to={paths.create(duplicateSearch(instance))}
            className={buttonClass({ variant: 'primary', size: 'sm' })}
          >
            Create again
          </Link>
        </>
      }
    >
      {`${billed}It cannot be restarted.`}
    </Alert>
  )
}

/** Of a start that takes too long: what it costs meanwhile, and the way on. */
export const OverdueNote = ({ instance }: { instance: Instance }) => {
  const { now: price } = hourlyCost(instance)
  return (
    <Alert
      tone="lamp"
      title={
        isFree(price) ? 'It takes longer than usual.' : `It bills ${hourlyText(price)} / h while it waits.`
      }
      actions={
        <>
          <CopyForSupport instance={instance} />
          <DeleteButton instance={instance}>Delete…</DeleteButton>
        </>
      }
    >
      Deleting it ends the bill.
    </Alert>
  )
}

/** The same on the page of a virtual machine, which has no charts that it could stand in place of. */
const OverdueMachine = ({ instance }: { instance: Instance }) =>
  useProgress(instance).isLate ? <OverdueNote instance={instance} /> : null

/** What one should know of the state beyond its word: an operation that is not confirmed, an error, a state nobody documented. */
export const StateNote = ({ instance }: { instance: Instance }) => {
  const operation = useOperation(instance.uuid)
  const { kind, description } = stateInfo(instance.state)
  useShown(operation?.id ?? null, 'overdue')

  if (operation !== undefined && isUnconfirmed(operation))
    return <Unconfirmed operation={operation} instance={instance} />
  if (kind === 'transition')
    return instance.resource_type === 'container' ? null : <OverdueMachine instance={instance} />
  if (operation !== undefined) return null
  if (instance.state === 'error') return <Failed instance={instance} />
  return kind === 'error' || kind === 'unknown' ? <Note>{description}.</Note> : null
}
