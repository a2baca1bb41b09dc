import { useEffect, useEffectEvent, useState } from 'react'

import { MINUTE, SECOND } from '#lib/time.ts'

const inputs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll'] as const

/**
 * How many rows the region takes. What stands below must not move from under a reader, so a new number waits until nobody looks:
 * the tab is hidden, or for a minute there was neither pointer nor key. What the reader does here changes it at once.
 */
export const useRoom = (first: number, wanted: number) => {
  const [rows, setRows] = useState(first)
  const adopt = useEffectEvent(() => setRows(wanted))

  useEffect(() => {
    let lastInput = Date.now()
    const onInput = () => {
      lastInput = Date.now()
    }
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') adopt()
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden' || Date.now() - lastInput >= MINUTE) adopt()
    }, 10 * SECOND)
    for (const input of inputs) addEventListener(input, onInput, { passive: true, capture: true })
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearInterval(timer)
      for (const input of inputs) removeEventListener(input, onInput, { capture: true })
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [])
  return { rows, setRows }
}
