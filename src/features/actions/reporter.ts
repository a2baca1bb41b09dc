import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { findInstance } from '#api/cache.ts'
import { keys } from '#api/keys.ts'
import type { InstanceList } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import type { BulkAct } from '#model/bulk.ts'
import { acceptedText, confirmedText, failedText, overdueText } from '#model/operation-text.ts'
import { courseOf } from '#model/operation.ts'
import { isCreatePath, paths } from '#model/paths.ts'
import { useActionRequests } from '#operations/action-requests.ts'
import { failureText } from '#operations/failure-text.ts'
import {
  isAwaited,
  isUnderWay,
  type Operation,
  type OperationEvent,
  wasAccepted,
} from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { showToast } from '#ui/toast-store.ts'

/** The form shows what came of a create only while it is looked at; its address goes before it does. */
const isFormOpen = () => isCreatePath(globalThis.location.pathname)

const isBulk = (action: string): action is BulkAct =>
  action === 'stop' || action === 'restart' || action === 'delete'

/** Tells people what became of what they asked for: each step once, unless the dialog or page that asked shows it. It draws nothing. */
const Reporter = (): null => {
  const operations = useOperations()
  const requests = useActionRequests()
  const { connectionId, now } = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const askedAt = useRef(new Map<number, string>())
  const toldRuns = useRef(new Set<string>())

  const isAnswerShown = ({ id, request }: Operation) =>
    operations.isShown(id, 'answer') && (request.action !== 'create' || isFormOpen())
  const again = ({ id }: Operation) => ({ label: 'Try again', onAct: () => operations.retry(id) })
  const open = (to: string, label = 'Open') => ({ label, onAct: () => void navigate(to) })

  const tellAccepted = (operation: Operation) => {
    const { request, wasLost } = operation
    const text = acceptedText(request)
    if (text === null) return
    const isCreate = request.action === 'create'
    const lost = {
      title: `${request.name} was created.`,
      detail: 'The answer to the request was lost, but the list has it.',
    }
    showToast({
      tone: isCreate || request.action === 'delete' ? 'good' : 'plain',
      ...(isCreate && wasLost ? lost : text),
      // The page that asked opens the new instance by itself.
      ...(isCreate && !isAnswerShown(operation) ? { action: open(paths.instance(request)) } : {}),
    })
  }

  const tellConfirmed = ({ request, wasLost }: Operation) => {
    const { action, uuid, name } = request
    const isToldBefore = (action === 'delete' || action === 'create') && !wasLost
    if (isToldBefore) return
    showToast({
      tone: 'good',
      title: confirmedText(request),
      ...(action === 'create' ? { action: open(paths.instance(request)) } : {}),
      ...(action === 'closePort'
        ? {
            action: {
              label: 'Undo',
              onAct: () => operations.run({ action: 'openPort', uuid, name, port: request.port }),
            },
          }
        : {}),
    })
  }

  const tellFailure = (operation: Operation) => {
    const { id, request, status, error } = operation
    if (isAnswerShown(operation)) return
    const failure = failureText(operation)
    if (failure === null) return
    const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
    const instance = findInstance(list, request.uuid)
    const capacity = error?.capacity ?? null
    if (request.action === 'restart' && capacity !== null && instance !== undefined) {
      const showWays = () => requests.ask({ action: 'noRoom', instance, capacity })
      const isLeft = askedAt.current.get(id) !== pathname
      if (isLeft || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null)
        showToast({ tone: 'bad', ...failure, action: { label: 'See options', onAct: showWays } })
      else showWays()
      return
    }
    const isForm = request.action === 'create'
    showToast({
      tone: 'bad',
      ...failure,
      ...(isForm
        ? { action: open(paths.create(), 'Open form') }
        : status === 'unknown'
          ? { action: again(operation) }
          : {}),
    })
  }

  const tellOne = ({ operation, seen }: OperationEvent) => {
    const { id, request, status, answeredAt } = operation
    switch (status) {
      case 'requested':
        askedAt.current.set(id, pathname)
        break
      case 'accepted':
        tellAccepted(operation)
        break
      case 'confirmed':
        tellConfirmed(operation)
        break
      case 'failed':
        showToast({ tone: 'bad', title: failedText(request, seen) })
        break
      case 'overdue':
        if (!operations.isShown(id, 'overdue'))
          showToast({
            tone: 'bad',
            ...overdueText(request, seen, now() - (answeredAt ?? now())),
            action: again(operation),
          })
        break
      default:
        tellFailure(operation)
    }
  }

  /** A bulk run is told of as a whole: once when all of it is answered, and once when its effects are seen. */
  const tellRun = ({ request: { action }, runId }: Operation) => {
    const run = operations.all().filter((one) => one.runId === runId && one.request.action === action)
    const [first] = run
    if (first === undefined || !isBulk(action) || run.some(isAwaited)) return
    const isOpen = operations.isShown(first.id, 'answer')
    const { doing, done } = courseOf(action)
    const show = {
      label: 'Show',
      onAct: () =>
        requests.ask({
          action: 'bulkRun',
          bulk: action,
          run: { id: runId ?? 0, operationIds: run.map(({ id }) => id) },
        }),
    }
    const tellOnce = (what: string, tell: () => void) => {
      if (toldRuns.current.has(`${what} ${runId} ${action}`)) return
      toldRuns.current.add(`${what} ${runId} ${action}`)
      if (!isOpen) tell()
    }
    const accepted = run.filter(wasAccepted).length
    const failed = run.length - accepted
    tellOnce('answered', () => {
      const good = accepted > 0 ? `${doing} ${pluralize(accepted, 'instance')} was accepted.` : ''
      showToast({
        tone: failed > 0 ? 'bad' : action === 'delete' ? 'good' : 'plain',
        title: failed > 0 ? `${pluralize(failed, 'instance was', 'instances were')} not ${done}.` : good,
        ...(failed > 0 && good !== '' ? { detail: good } : {}),
        action: show,
      })
    })
    if (accepted === 0 || run.some(isUnderWay)) return
    tellOnce('seen', () => {
      const seen = run.filter(({ status }) => status === 'confirmed').length
      const missing = accepted - seen
      showToast({
        tone: missing > 0 ? 'bad' : 'good',
        title: `${pluralize(seen, 'instance was', 'instances were')} ${done}.`,
        ...(missing > 0
          ? { detail: `${pluralize(missing, 'instance was', 'instances were')} not seen to be.` }
          : {}),
        action: show,
      })
    })
  }

  const onEvent = useEffectEvent((event: OperationEvent) => {
    if (event.operation.runId === null) tellOne(event)
    else tellRun(event.operation)
  })
  useEffect(() => operations.follow('reporter', (event) => onEvent(event)), [operations])

  useEffect(() => {
    // What has not been sent yet is lost with the page.
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    // Only while there is such a thing: a page that listens may be kept out of the browser's back/forward cache.
    const follow = () => {
      removeEventListener('beforeunload', onLeave)
      if (operations.all().some(({ status }) => status === 'queued'))
        addEventListener('beforeunload', onLeave)
    }
    const stop = operations.subscribe(follow)
    return () => {
      stop()
      removeEventListener('beforeunload', onLeave)
    }
  }, [operations])
  return null
}
export default Reporter
