import { createEmitter } from '#lib/emitter.ts'

import { isAwaited, isWatched, type Operation, type OperationEvent } from './operation.ts'

/** As many ended operations are remembered, beside those of the last bulk runs, for whoever shows them. */
const mostEnded = 200
const mostRuns = 3

const isEnded = (operation: Operation): boolean => !isAwaited(operation) && !isWatched(operation)

/** The operations by id, and those of each instance; old ones that have ended are forgotten. */
export const createOperationIndex = () => {
  const byId = new Map<number, Operation>()
  const idsOf = new Map<string, Set<number>>()
  let list: readonly Operation[] | null = null

  const remove = (id: number) => {
    const uuid = byId.get(id)?.request.uuid ?? ''
    byId.delete(id)
    idsOf.get(uuid)?.delete(id)
    if (idsOf.get(uuid)?.size === 0) idsOf.delete(uuid)
    list = null
  }
  const drop = (isOut: (operation: Operation) => boolean) => {
    for (const { id } of [...byId.values()].filter(isOut)) remove(id)
  }
  return {
    put: (operation: Operation) => {
      const { id, request } = operation
      if (byId.get(id)?.request.uuid !== request.uuid) {
        idsOf.get(byId.get(id)?.request.uuid ?? '')?.delete(id)
        idsOf.set(request.uuid, (idsOf.get(request.uuid) ?? new Set()).add(id))
      }
      byId.set(id, operation)
      list = null
    },
    get: (id: number) => byId.get(id),
    /** Oldest first; the same array until something changes. */
    all: () => (list ??= [...byId.values()]),
    of: (uuid: string) => [...(idsOf.get(uuid) ?? [])].flatMap((id) => byId.get(id) ?? []),
    /** Drops what has ended before the newest: of the runs before the last few, and of single operations. */
    forgetOld: (lastRunId: number) => {
      const open = new Set([...byId.values()].flatMap((one) => (isEnded(one) ? [] : [one.runId])))
      drop(({ runId }) => runId !== null && runId <= lastRunId - mostRuns && !open.has(runId))
      const ended = [...byId.values()].filter((one) => one.runId === null && isEnded(one))
      const old = new Set(ended.slice(0, Math.max(0, ended.length - mostEnded)))
      drop((one) => old.has(one))
    },
  }
}

/** As many steps are kept for those who were not there to hear of them; an even number. */
const longestLog = 2000

/** Every step of every operation, for those who listen now and for those who come back later. */
export const createEventLog = () => {
  const events = createEmitter<OperationEvent>()
  const log: OperationEvent[] = []
  /** How many steps have left the log at its beginning. */
  let left = 0
  const readUpTo = new Map<string, number>()
  return {
    events,
    add: (event: OperationEvent): void => {
      log.push(event)
      if (log.length > longestLog) {
        log.splice(0, longestLog / 2)
        left += longestLog / 2
      }
      events.emit(event)
    },
    forget: (): void => {
      left += log.length
      log.length = 0
    },
    follow: (name: string, listener: (event: OperationEvent) => void): (() => void) => {
      const catchUp = () => {
        for (let at = Math.max(readUpTo.get(name) ?? 0, left); at < left + log.length; at += 1) {
          const event = log[at - left]
          readUpTo.set(name, at + 1)
          if (event !== undefined) listener(event)
        }
      }
      catchUp()
      return events.listen(catchUp)
    },
  }
}
