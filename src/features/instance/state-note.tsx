import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { overdueText } from '#model/instance/operation-text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost, isFree } from '#model/pricing/cost.ts'
import { failureText } from '#operations/failure-text.ts'
import { isUnconfirmed, type Operation } from '#operations/operation.ts'
import { useShown } from '#operations/hooks.ts'
import { useOperation, useOperations } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'

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

/** What one should know of the state beyond its word: an operation that is not confirmed, an error, a state nobody documented. */
export const StateNote = ({ instance }: { instance: Instance }) => {
  const operation = useOperation(instance.uuid)
  const { kind, description } = stateInfo(instance.state)
  useShown(operation?.id ?? null, 'overdue')

  if (operation !== undefined)
    return isUnconfirmed(operation) ? <Unconfirmed operation={operation} instance={instance} /> : null
  if (instance.state === 'error')
    return (
      <Note>
        <strong>Something went wrong with this instance.</strong>{' '}
        {isFree(hourlyCost(instance).now)
          ? 'It is not billed.'
          : 'The service reports a price for it all the same.'}{' '}
        It cannot be restarted: delete it and create another, or ask Carolina Cloud what happened.
      </Note>
    )
  return kind === 'error' || kind === 'unknown' ? <Note>{description}.</Note> : null
}
