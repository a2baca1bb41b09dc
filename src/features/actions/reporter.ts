import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { findInstance, keys } from '#api/cache.ts'
import type { InstanceList } from '#contract/instance.ts'
import { createBatch } from '#lib/batch.ts'
import { pluralize } from '#lib/text.ts'
import { type BillingAction, isBillingAction } from '#model/instance/actions.ts'
import { acceptedText, confirmedText, failedText, overdueText } from '#model/instance/operation-text.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { isCreatePath, paths } from '#model/paths.ts'
import { useActionRequests } from '#operations/action-requests.ts'
import { failureText } from '#operations/failure-text.ts'
import { keepTryingOf } from '#operations/keep-trying.ts'
import {
  isAwaited,
  isUnderWay,
  type Operation,
  type OperationEvent,
  wasAccepted,
} from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { hasOverlay } from '#ui/shortcut-keys.ts'
import { dismissToast, showToast } from '#ui/toast-store.ts'

/** The form shows what came of a create only while it is looked at; its address goes before it does. */
const isFormOpen = () => isCreatePath(globalThis.location.pathname)

/** Tells people what became of what they asked for: each step once, unless the dialog or page that asked shows it. It draws nothing. */
const Reporter = (): null => {
  const operations = useOperations()
  const requests = useActionRequests()
  const { connectionId, now } = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const askedAt = useRef(new Map<number, string>())
  const reportedRuns = useRef(new Set<string>())
  /** The notice of an operation that offers to try it again. */
  const offers = useRef(new Map<number, number>())
  /** The notice that an operation was accepted; what comes of it takes its place. */
  const accepted = useRef(new Map<number, number>())

  const isAnswerShown = ({ id, request }: Operation) =>
    operations.isShown(id, 'answer') && (request.action !== 'create' || isFormOpen())
  const offerAgain = ({ id, request }: Operation, text: { title: string; detail: string }) => {
    const onAction = () => {
      if (!operations.retry(id)) showToast({ title: `Nothing was sent: ${request.name} has moved on since.` })
    }
    const replaces = accepted.current.get(id)
    offers.current.set(
      id,
      showToast({ tone: 'bad', ...text, replaces, action: { label: 'Try again', onAction } }),
    )
  }
  const open = (to: string, label = 'Open') => ({ label, onAction: () => void navigate(to) })

  const reportAccepted = (operation: Operation) => {
    const { id, request, wasLost } = operation
    const text = acceptedText(request)
    if (text === null) return
    const isCreate = request.action === 'create'
    const lost = {
      title: `${request.name} was created.`,
      detail: 'The answer to the request was lost, but the list has it.',
    }
    const notice = showToast({
      tone: isCreate || request.action === 'delete' ? 'good' : 'plain',
      ...(isCreate && wasLost ? lost : text),
      // The page that asked opens the new instance by itself.
      ...(isCreate && !isAnswerShown(operation) ? { action: open(paths.instance(request)) } : {}),
    })
    accepted.current.set(id, notice)
  }

  const reportConfirmed = ({ id, request, wasLost }: Operation) => {
    const { action, uuid, name } = request
    const wasReportedBefore = (action === 'delete' || action === 'create') && !wasLost
    if (wasReportedBefore) return
    showToast({
      tone: 'good',
      title: confirmedText(request),
      replaces: accepted.current.get(id),
      ...(action === 'create' ? { action: open(paths.instance(request)) } : {}),
      ...(action === 'closePort'
        ? {
            action: {
              label: 'Undo',
              onAction: () => {
                // It may have been opened again where it was closed.
                const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
                if (findInstance(list, uuid)?.wan_ports.includes(request.port) !== true)
                  operations.run({ action: 'openPort', uuid, name, port: request.port })
              },
            },
          }
        : {}),
    })
  }

  const reportFailure = (operation: Operation) => {
    const { id, request, status, error } = operation
    if (isAnswerShown(operation) || keepTryingOf(operations).goesOnAfter(operation)) return
    const failure = failureText(operation)
    if (failure === null) return
    const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
    const instance = findInstance(list, request.uuid)
    const capacity = error?.capacity ?? null
    if (request.action === 'restart' && capacity !== null && instance !== undefined) {
      const showWays = () => requests.ask({ action: 'noCapacity', instance, capacity })
      const isLeft = askedAt.current.get(id) !== pathname
      if (isLeft || hasOverlay())
        showToast({ tone: 'bad', ...failure, action: { label: 'See options', onAction: showWays } })
      else showWays()
      return
    }
    const isForm = request.action === 'create'
    if (status === 'unknown' && !isForm) offerAgain(operation, failure)
    else {
      const notice = showToast({
        tone: 'bad',
        ...failure,
        ...(isForm ? { action: open(paths.create(), 'Open form') } : {}),
      })
      // A later reading may show that it was carried out all the same.
      accepted.current.set(id, notice)
    }
  }

  const reportOne = ({ operation, seen }: OperationEvent) => {
    const { id, request, status, answeredAt } = operation
    // What was offered before is out of date.
    const offer = offers.current.get(id)
    if (offer !== undefined) dismissToast(offer)
    offers.current.delete(id)
    switch (status) {
      case 'requested':
        askedAt.current.set(id, pathname)
        break
      case 'accepted':
        reportAccepted(operation)
        break
      case 'confirmed':
        reportConfirmed(operation)
        break
      case 'failed':
        showToast({ tone: 'bad', title: failedText(request, seen), replaces: accepted.current.get(id) })
        break
      case 'overdue':
        if (!operations.isShown(id, 'overdue'))
          offerAgain(operation, overdueText(request, seen, now() - (answeredAt ?? now())))
        break
      default:
        reportFailure(operation)
    }
  }

  /** A bulk run is told of as a whole: when all of it is answered, and when its effects are seen. */
  const reportRun = (runId: number, action: BillingAction) => {
    const run = operations.all().filter((one) => one.runId === runId && one.request.action === action)
    const [first] = run
    if (first === undefined || run.some(isAwaited)) return
    const isOpen = operations.isShown(first.id, 'answer')
    const { doing, done } = operationInfo(action)
    const show = {
      label: 'Show',
      onAction: () =>
        requests.ask({
          action: 'bulkRun',
          bulk: action,
          run: { id: runId, operationIds: run.map(({ id }) => id) },
        }),
    }
    const count = (isCounted: (operation: Operation) => boolean) => run.filter(isCounted).length
    const were = (many: number) => pluralize(many, 'instance was', 'instances were')
    const reportOnce = (what: string, tone: 'plain' | 'good' | 'bad', said: readonly string[]) => {
      const key = `${what} ${runId} ${action}`
      if (reportedRuns.current.has(key)) return
      reportedRuns.current.add(key)
      const [title = '', ...rest] = said
      if (!isOpen && title !== '')
        showToast({ tone, title, detail: rest.join(' ') || undefined, action: show })
    }

    const rejected = count(({ status }) => status === 'rejected' || status === 'cancelled')
    const unknown = count(({ status }) => status === 'unknown')
    const accepted = count(wasAccepted)
    reportOnce('answered', rejected + unknown > 0 ? 'bad' : 'plain', [
      ...(rejected > 0 ? [`${were(rejected)} not ${done}.`] : []),
      ...(unknown > 0 ? [`It is not known whether ${were(unknown)} ${done}.`] : []),
      ...(accepted > 0 ? [`${doing} ${pluralize(accepted, 'instance')} was accepted.`] : []),
    ])
    const seen = count(({ status }) => status === 'confirmed')
    if (seen === 0 || run.some(isUnderWay)) return
    // Where an answer was lost, more may be seen later.
    const missing = count(({ status }) => status === 'overdue' || status === 'failed')
    reportOnce(`seen ${seen}`, missing > 0 ? 'bad' : 'good', [
      `${were(seen)} ${done}.`,
      ...(missing > 0 ? [`${were(missing)} not seen to be.`] : []),
    ])
  }

  const onEvent = useEffectEvent((event: OperationEvent) => reportOne(event))
  const onRun = useEffectEvent((runId: number, action: BillingAction) => reportRun(runId, action))
  useEffect(() => {
    const due = new Map<string, () => void>()
    /** One look at a run for all that happens to it at once: a reading settles many of its operations. */
    const reportRuns = () => {
      for (const report of due.values()) report()
      due.clear()
    }
    return operations.follow('reporter', (event) => {
      const { runId, request, isElsewhere } = event.operation
      if (isElsewhere === true) return
      const { action } = request
      if (runId === null) onEvent(event)
      else if (isBillingAction(action)) {
        if (due.size === 0) queueMicrotask(reportRuns)
        due.set(`${runId} ${action}`, () => onRun(runId, action))
      }
    })
  }, [operations])

  useEffect(() => {
    // What has not been sent yet is lost with the page.
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    // Only while there is such a thing: a page that listens may be kept out of the browser's back/forward cache.
    const follow = () => {
      removeEventListener('beforeunload', onLeave)
      if (operations.all().some(({ status }) => status === 'queued'))
        addEventListener('beforeunload', onLeave)
    }
    // A bulk run of thousands takes steps far faster than that.
    const batch = createBatch(follow, 200)
    const stop = operations.subscribe(() => batch.add(undefined))
    return () => {
      stop()
      batch.flush()
      removeEventListener('beforeunload', onLeave)
    }
  }, [operations])
  return null
}
export default Reporter
