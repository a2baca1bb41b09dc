import { useEffect, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { steadyOrder } from '#model/steady-order.ts'

/** The instances in their new order, or, while `hold`, in the order on the screen. */
export const useSteadyOrder = (sorted: readonly Instance[], hold: boolean): readonly Instance[] => {
  const [shown, setShown] = useState<readonly string[]>([])
  useEffect(() => {
    if (!hold) setShown(sorted.map(({ uuid }) => uuid))
  }, [sorted, hold])
  return hold ? steadyOrder(shown, sorted) : sorted
}
