import { toApiError } from '#api/api-error.ts'
import type { Instance } from '#contract/instance.ts'
import { createEmitter, type Emitter } from '#lib/emitter.ts'
import { createLimiter } from '#lib/limiter.ts'
import { blockedBy, operationInfo, effectOf, type OperationRequest } from '#model/instance/operation.ts'

import { createEventLog, createOperationIndex } from './operation-log.ts'
import {
  type BulkRun,
  isAwaited,
  isDoubtful,
  isPort,
  isSameMatter,
  isUnconfirmed,
  isUnderWay,
  isWatched,
  type Operation,
  type OperationEvent,
} from './operation.ts'

/** How many requests of a bulk run are on their way at a time. */
const atOnce = 4

/** Does what is asked for; returns the instance as it was answered, or null where the answer says nothing of it. Throws `ApiError`. */
export type Send = (report: (part: Partial<Operation>) => void) => Promise<Instance | null>

/** An operation from before the page was left; `isNews` where what it has come to has not been told yet. */
export interface Restored {
  operation: Omit<Operation, 'id'>
  isNews: boolean
}

interface OperationsOptions {
  /** Sends a request without secrets: everything but a create. */
  send: (request: OperationRequest) => Promise<Instance | null>
  /** Reads again what these operations may have changed. */
  refresh: (requests: readonly OperationRequest[]) => void
  /** Why this browser does not send it (a lock), as a sentence. */
  blockedReason: (request: OperationRequest) => string | undefined
  /** Milliseconds since the epoch. */
  now: () => number
}

/** An operation that was asked for, and the operation as it is once it is answered; that promise never rejects. */
export interface Asked {
  id: number
  answered: Promise<Operation>
}

/** Which step of an operation a part of the page shows by itself, so that nobody else has to tell of it. */
export type Shown = 'answer' | 'overdue'

/** What was asked of the service on one account, outside of React: it outlives dialogs and pages. */
export interface Operations {
  /** Asks the service; what is on its way already is not sent a second time. `send` is for what holds secrets. */
  run: (request: OperationRequest, send?: Send) => Asked
  /** Asks for the same on several instances, a few at a time; one failure stops nothing else. */
  runAll: (requests: readonly OperationRequest[]) => BulkRun
  /** Takes over what was under way when the page was last left, oldest first. */
  restore: (operations: readonly Restored[]) => void
  /** Cancels what of a bulk run has not been sent yet. */
  holdBack: (run: BulkRun) => void
  /** Forgets the steps so far, and with them the instances as they were seen, passwords included. */
  forgetSteps: () => void
  /** Sends an operation that is not known to have happened once more. False where there is nothing to repeat any more. */
  retry: (id: number) => boolean
  /** Stops waiting for the effect of an operation, and takes its notice away. */
  dismiss: (id: number) => void
  /** Says that this step is shown where the operation was asked for; returns how to take that back. */
  show: (id: number, what: Shown) => () => void
  isShown: (id: number, what: Shown) => boolean
  get: (id: number) => Operation | undefined
  all: () => readonly Operation[]
  /** The newest operation on an instance as a whole that is under way or unconfirmed. */
  current: (uuid: string) => Operation | undefined
  /** Takes a reading; `isWhole` says that it is the whole fleet, so that what is missing from it is gone. */
  settle: (instances: readonly Instance[], isWhole: boolean) => void
  /** Tells that some operation has changed. */
  subscribe: (listener: () => void) => () => void
  /** Every step of every operation from now on. */
  events: Emitter<OperationEvent>
  /**
   * The same for one who must miss none, such as a record: the steps since `name` last listened come first. One listener a name.
   */
  follow: (name: string, listener: (event: OperationEvent) => void) => () => void
}

const blank = {
  status: 'queued',
  answeredAt: null,
  error: null,
  reason: null,
  runId: null,
  lookUp: null,
  wasLost: false,
} as const satisfies Partial<Operation>

export const createOperations = ({ send, refresh, blockedReason, now }: OperationsOptions): Operations => {
  const index = createOperationIndex()
  const onTheirWay = new Map<number, Promise<Operation>>()
  const shown: Record<Shown, Map<number, number>> = { answer: new Map(), overdue: new Map() }
  const changed = createEmitter<undefined>()
  const log = createEventLog()
  /** What a reading after its refusal showed as it was. */
  const notSoBefore = new Set<number>()
  let lastId = 0
  let lastRunId = 0

  const step = (id: number, part: Partial<Operation>, seen?: Instance): void => {
    const before = index.get(id)
    if (before === undefined) return
    const operation = { ...before, ...part }
    index.put(operation)
    changed.emit(undefined)
    if (operation.status !== before.status) log.add({ operation, seen })
  }

  const dismissAll = (operations: readonly Operation[]) => {
    for (const operation of operations.filter(isWatched)) step(operation.id, { status: 'dismissed' })
  }

  const add = (requests: readonly OperationRequest[], runId: number | null): number[] => {
    index.forgetOld(lastRunId)
    const ids = requests.map((request) => {
      lastId += 1
      index.put({ ...blank, id: lastId, request, runId })
      return lastId
    })
    changed.emit(undefined)
    return ids
  }

  /** Whether a later reading may still show that it was carried out although it was refused. */
  const isDoubted = (one: Operation): boolean =>
    isDoubtful(one) &&
    now() - (one.answeredAt ?? 0) < operationInfo(one.request.action).within &&
    index.of(one.request.uuid).at(-1)?.id === one.id

  const settle: Operations['settle'] = (instances, isWhole) => {
    // What has no uuid yet is a create.
    const concerned = isWhole
      ? index.all()
      : ['', ...instances.map(({ uuid }) => uuid)].flatMap((uuid) => index.of(uuid))
    const watched = concerned.filter((one) => isWatched(one) || isDoubted(one))
    if (watched.length === 0) return
    const seen = new Map(instances.map((instance) => [instance.uuid, instance]))
    for (const { id, request, status, answeredAt } of watched) {
      const isCreate = request.action === 'create'
      const latest = isCreate
        ? instances.find(({ name, state }) => name === request.name && state !== 'deleted')
        : seen.get(request.uuid)
      // Whatever is missing from a part of the fleet may be in another.
      if (latest === undefined && (!isWhole || isCreate)) continue
      const effect = effectOf(request, latest)
      const age = now() - (answeredAt ?? now())
      if (status === 'rejected') {
        // What was so before it was refused was not done by it.
        if (effect === 'pending') notSoBefore.add(id)
        else if (effect === 'confirmed' && notSoBefore.has(id))
          step(id, { status: effect, error: null }, latest)
      } else if (effect !== 'pending') {
        const uuid = latest?.uuid ?? request.uuid
        step(id, { status: effect, wasLost: status === 'unknown', request: { ...request, uuid } }, latest)
      } else if (status === 'accepted' && age >= operationInfo(request.action).within)
        step(id, { status: 'overdue' }, latest)
    }
  }

  const accept = (id: number, request: OperationRequest, answered: Instance | null) => {
    const uuid = answered?.uuid ?? request.uuid
    // Settled by this one: once an instance is deleted, nothing more is to be told of its stop.
    dismissAll(
      index
        .of(uuid)
        .filter(
          (other) => other.id !== id && (request.action === 'delete' || isSameMatter(other.request, request)),
        ),
    )
    // The service has the last word on what a new instance is called.
    const name = request.action === 'create' ? (answered?.name ?? request.name) : request.name
    step(id, {
      status: 'accepted',
      answeredAt: now(),
      request: { ...request, uuid, name },
      error: null,
      lookUp: null,
    })
    if (answered !== null) settle([answered], false)
  }

  /** What stands against sending it: a rule of this browser, or another operation on the same instance. */
  const reasonAgainst = (id: number, request: OperationRequest): string | undefined => {
    const port = isPort(request) ? request.port : undefined
    const [blocked] = index
      .of(request.uuid)
      .filter((other) => other.id !== id && isUnderWay(other) && request.action !== 'create')
      .flatMap((other) =>
        request.action === 'create' ? [] : (blockedBy(other.request, request.action, port) ?? []),
      )
    return blocked ?? blockedReason(request)
  }

  const start = async (id: number, request: OperationRequest, sendIt: Send): Promise<void> => {
    // Whoever asked is told the id before anything happens to it.
    await Promise.resolve()
    // It may have been held back while it waited.
    if (index.get(id)?.status !== 'queued') return
    const reason = reasonAgainst(id, request)
    if (reason !== undefined) {
      step(id, { status: 'cancelled', reason })
      return
    }
    step(id, { status: 'requested' })
    try {
      accept(id, request, await sendIt((part) => step(id, part)))
    } catch (thrown) {
      const error = toApiError(thrown)
      step(id, { status: error.outcomeUnknown ? 'unknown' : 'rejected', error, answeredAt: now() })
    }
  }

  const run: Operations['run'] = (request, sendIt = () => send(request)) => {
    const same = index.all().find((one) => isAwaited(one) && isSameMatter(one.request, request))
    const known = same && onTheirWay.get(same.id)
    if (same !== undefined && known !== undefined) return { id: same.id, answered: known }
    const [id = 0] = add([request], null)
    const answered = start(id, request, sendIt).then(() => {
      onTheirWay.delete(id)
      refresh([request])
      return index.get(id) ?? { ...blank, id, request }
    })
    onTheirWay.set(id, answered)
    return { id, answered }
  }

  const holdBack = (ids: readonly number[], reason: string) => {
    for (const id of ids) if (index.get(id)?.status === 'queued') step(id, { status: 'cancelled', reason })
  }

  const runAll: Operations['runAll'] = (requests) => {
    lastRunId += 1
    const operationIds = add(requests, lastRunId)
    const limiter = createLimiter(atOnce)
    const work = operationIds.map((id, position) =>
      limiter(async () => {
        const request = requests[position]
        if (request === undefined) return
        await start(id, request, () => send(request))
        const error = index.get(id)?.error
        // It is asked for fewer: what is left would only be refused as well.
        if (error?.status === 429 && (error.retryAfter ?? 0) > 0)
          holdBack(operationIds, `It was held back. ${error.message}`)
      }),
    )
    // Once for all of them: each reading would cancel the one before.
    void Promise.all(work).then(() => refresh(requests))
    return { id: lastRunId, operationIds }
  }

  return {
    run,
    runAll,
    restore: (operations) => {
      for (const { operation, isNews } of operations) {
        const [id = 0] = add([operation.request], operation.runId)
        if (isNews) step(id, operation)
        else index.put({ ...operation, id })
      }
    },
    holdBack: ({ operationIds }) => holdBack(operationIds, 'It was held back.'),
    forgetSteps: log.forget,
    retry: (id) => {
      const operation = index.get(id)
      if (operation === undefined || operation.request.action === 'create' || !isUnconfirmed(operation))
        return false
      dismissAll([operation])
      run(operation.request)
      return true
    },
    dismiss: (id) => dismissAll(index.all().filter((operation) => operation.id === id)),
    show: (id, what) => {
      const counts = shown[what]
      counts.set(id, (counts.get(id) ?? 0) + 1)
      return () => {
        const left = (counts.get(id) ?? 1) - 1
        if (left > 0) counts.set(id, left)
        else counts.delete(id)
      }
    },
    isShown: (id, what) => shown[what].has(id),
    get: index.get,
    all: index.all,
    current: (uuid) =>
      index.of(uuid).findLast((one) => !isPort(one.request) && (isAwaited(one) || isWatched(one))),
    settle,
    subscribe: (listener) => changed.listen(listener),
    events: log.events,
    follow: log.follow,
  }
}
