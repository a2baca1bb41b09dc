import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const waiting = new Set<() => void>()
let isRunning = false

const runNext = () => {
  const [turn] = waiting
  isRunning = turn !== undefined
  if (turn === undefined) return
  waiting.delete(turn)
  setTimeout(() => {
    turn()
    runNext()
  })
}

const takeTurn = (turn: () => void): (() => void) => {
  waiting.add(turn)
  if (!isRunning) runNext()
  return () => {
    waiting.delete(turn)
  }
}

/**
 * Follows `value`, each follower in a task of its own. One sample feeds several charts, and together they would hold up
 * typing and scrolling on a slow machine; one after the other they do not. `value` must keep its identity while it is the same.
 */
export const useOwnTurn = <Value>(value: Value): Value => {
  const [shown, setShown] = useState(value)

  useEffect(() => {
    if (shown === value) return undefined
    return takeTurn(() => {
      flushSync(() => setShown(value))
    })
  }, [shown, value])

  return shown
}
