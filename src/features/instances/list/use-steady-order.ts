import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { steadyOrder } from '#model/steady-order.ts'

/** What keeps the rows where they are: a pointer or the focus that rests on them, or a menu that is open for one. */
export type HoldReason = 'pointer' | 'focus' | 'menu'

interface Held {
  reasons: readonly HoldReason[]
  /** The order on the screen when the first of them began, by uuid. */
  order: readonly string[]
}

const free: Held = { reasons: [], order: [] }

/** The instances in their new order, or, while something holds the rows, in the order on the screen. */
export const useSteadyOrder = (sorted: readonly Instance[]) => {
  const [held, setHeld] = useState(free)
  const instances = held.reasons.length === 0 ? sorted : steadyOrder(held.order, sorted)

  const hold = (reason: HoldReason, isHeld: boolean) => {
    setHeld((before) => {
      if (before.reasons.includes(reason) === isHeld) return before
      const others = before.reasons.filter((other) => other !== reason)
      if (!isHeld) return others.length === 0 ? free : { ...before, reasons: others }
      const order = others.length === 0 ? instances.map(({ uuid }) => uuid) : before.order
      return { reasons: [...others, reason], order }
    })
  }
  return { instances, hold }
}
