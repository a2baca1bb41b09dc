import type { ApiError } from '#api/api-error.ts'
import { createEmitter, type Emitter } from '#lib/emitter.ts'
import { obeyed } from '#lib/poll-policy.ts'
import { perObject } from '#lib/per-object.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { isOffline } from './create.ts'
import type { Operation } from './operation.ts'
import type { Operations } from './operations.ts'

/** Milliseconds between two tries: 30 s, give or take 5 s so that many waiting tabs do not ask at once. */
const pause = (): number => 25_000 + Math.round(Math.random() * 10_000)

/** What is asked for again and again; the details are with who sends it. */
export type TriedRequest = Pick<OperationRequest, 'action' | 'uuid' | 'name'>

/** Sends the very same request and returns it as it was answered; null where it could not be sent now. Never rejects. */
export type Attempt = () => Promise<Operation | null>

/** Something that found no room and is asked for again until it does. */
export interface Trying {
  id: number
  request: TriedRequest
  /** When the next try is due, as `performance.now()` counts, whatever becomes of the clock; null while one is under way. */
  nextAt: number | null
  /** Tries so far, without the one that found no room in the first place. */
  tries: number
}

/** What is kept trying on an account, outside of React: it outlives dialogs and pages, and ends with the tab. */
export interface KeepTrying {
  /** In place of the same that is tried already. Returns its id. */
  start: (request: TriedRequest, attempt: Attempt) => number
  cancel: (id: number) => void
  /** Makes the next try without further waiting. */
  tryNow: (id: number) => void
  /** Ends what another request has made pointless: it did the same to the instance, or deleted it. Returns what that was. */
  supersede: (by: TriedRequest) => readonly Trying[]
  /** Ends everything; returns what that was. */
  cancelAll: () => readonly Trying[]
  get: (id: number) => Trying | undefined
  /** The same request, if it is being tried. */
  find: (request: TriedRequest) => Trying | undefined
  /** Oldest first; the same array until something changes. */
  all: () => readonly Trying[]
  /** Whether an operation was a try that another one follows: it is not news. */
  goesOnAfter: (operation: Operation) => boolean
  /** Says that it is shown where it was begun; returns how to take that back. */
  show: (id: number) => () => void
  /** The same array until it changes. */
  shownIds: () => readonly number[]
  subscribe: (listener: () => void) => () => void
  /** What the tries came to: the operation that was accepted, or that no other try can follow. */
  ends: Emitter<Operation>
}

/** Whether it is certain that nothing was done and that room may still come: another outcome has to be looked at by a person. */
export const mayFindRoomLater = ({ capacity, status }: ApiError): boolean =>
  status === 429 || (capacity !== null && capacity.account === null)

/** It was not sent, since something else is under way on the instance, or it found no room. */
const canFollow = ({ status, error }: Operation): boolean =>
  status === 'cancelled' || (error !== null && mayFindRoomLater(error))

const isSame = (a: TriedRequest, b: TriedRequest): boolean =>
  a.action === b.action && (a.action === 'create' ? a.name === b.name : a.uuid === b.uuid)

const createKeepTrying = (operations: Operations): KeepTrying => {
  const tried = new Map<number, { trying: Trying; attempt: Attempt; timer?: ReturnType<typeof setTimeout> }>()
  /** The operations that another try has followed: whoever hears of them late must know too. */
  const followed = new Set<number>()
  let shown: readonly number[] = []
  const changed = createEmitter<undefined>()
  const ends = createEmitter<Operation>()
  let list: readonly Trying[] = []
  let lastId = 0

  const tell = () => {
    list = [...tried.values()].map(({ trying }) => trying)
    changed.emit(undefined)
  }
  const cancel = (id: number) => {
    clearTimeout(tried.get(id)?.timer)
    if (tried.delete(id)) tell()
  }
  const find: KeepTrying['find'] = (request) => list.find((one) => isSame(one.request, request))
  const end = (id: number, operation: Operation) => {
    cancel(id)
    ends.emit(operation)
  }
  const supersede: KeepTrying['supersede'] = ({ action, uuid }) => {
    // What is still to be created has no uuid: its name alone decides, and the service knows that best.
    const ended = list.filter(
      ({ request }) =>
        uuid !== '' && request.uuid === uuid && (action === request.action || action === 'delete'),
    )
    for (const { id } of ended) cancel(id)
    return ended
  }

  const wait = (trying: Trying, attempt: Attempt, retryAfter: number | null = null) => {
    const delay = Math.max(pause(), obeyed(retryAfter))
    const timer = setTimeout(() => void run(trying, attempt), delay)
    tried.set(trying.id, { trying: { ...trying, nextAt: performance.now() + delay }, attempt, timer })
    tell()
  }
  const run = async (before: Trying, attempt: Attempt) => {
    const trying = { ...before, nextAt: null }
    tried.set(trying.id, { trying, attempt })
    tell()
    const after = isOffline() ? null : await attempt()
    if (!tried.has(trying.id)) return
    if (after === null) wait(trying, attempt)
    else if (canFollow(after)) {
      followed.add(after.id)
      const tries = trying.tries + (after.status === 'cancelled' ? 0 : 1)
      wait({ ...trying, tries }, attempt, after.error?.retryAfter)
    } else end(trying.id, after)
  }

  // Whoever asked for it: what the service has accepted is not asked for again.
  operations.events.listen(({ operation }) => {
    if (operation.status !== 'accepted') return
    const accepted = find(operation.request)
    if (accepted !== undefined) end(accepted.id, operation)
    supersede(operation.request)
  })

  return {
    start: (request, attempt) => {
      const same = find(request)
      if (same !== undefined) cancel(same.id)
      lastId += 1
      wait({ id: lastId, request, nextAt: null, tries: 0 }, attempt)
      return lastId
    },
    cancel,
    supersede,
    tryNow: (id) => {
      const waiting = tried.get(id)
      if (waiting === undefined || waiting.trying.nextAt === null) return
      clearTimeout(waiting.timer)
      void run(waiting.trying, waiting.attempt)
    },
    cancelAll: () => {
      const ended = list
      for (const { id } of ended) cancel(id)
      return ended
    },
    get: (id) => tried.get(id)?.trying,
    find,
    all: () => list,
    goesOnAfter: (operation) =>
      followed.has(operation.id) || (find(operation.request)?.nextAt === null && canFollow(operation)),
    show: (id) => {
      shown = [...shown, id]
      changed.emit(undefined)
      return () => {
        shown = shown.filter((one) => one !== id)
        changed.emit(undefined)
      }
    },
    shownIds: () => shown,
    subscribe: changed.listen,
    ends,
  }
}

/** What is kept trying on the account of these operations. */
export const keepTryingOf = perObject(createKeepTrying)
