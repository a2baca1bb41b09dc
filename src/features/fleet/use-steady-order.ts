import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'

/**
 * The instances in the order the reader already sees, newcomers last: while a pointer, the focus or a menu rests on the list, no
 * row may move from under it. `previous` is the order on the screen, by uuid. The same object where they are in that order.
 */
export const steadyOrder = (
  previous: readonly string[],
  instances: readonly Instance[],
): readonly Instance[] => {
  if (instances.every(({ uuid }, index) => uuid === previous[index])) return instances
  const place = new Map(previous.map((uuid, index) => [uuid, index]))
  const rank = ({ uuid }: Instance) => place.get(uuid) ?? previous.length
  return instances.toSorted((a, b) => rank(a) - rank(b))
}

/** What rests on the rows and keeps them where they are. */
export type HoldReason = 'pointer' | 'focus'

interface Options {
  /** A menu is open for one of the rows, which holds them as well. */
  isMenuOpen: boolean
  /** What the reader asked to see: once that changes, the rows take the order asked for, whatever holds them. */
  view: object
}

const free: readonly HoldReason[] = []

/** The instances in their new order, or, while something holds the rows, in the order on the screen. `hold` is always the same. */
export const useSteadyOrder = (sorted: readonly Instance[], { isMenuOpen, view }: Options) => {
  const [reasons, setReasons] = useState(free)
  const [held, setHeld] = useState<{ view: object; order: readonly string[] } | null>(null)

  const isHeld = reasons.length > 0 || isMenuOpen
  if (!isHeld && held !== null) setHeld(null)
  if (isHeld && held?.view !== view) setHeld({ view, order: sorted.map(({ uuid }) => uuid) })

  const hold = (reason: HoldReason, isOn: boolean) => {
    setReasons((before) => {
      if (before.includes(reason) === isOn) return before
      return isOn ? [...before, reason] : before.filter((other) => other !== reason)
    })
  }
  return { instances: held === null ? sorted : steadyOrder(held.order, sorted), hold }
}
