import { createEmitter } from '#lib/emitter.ts'

import type { OperationEvent } from './operation.ts'

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
