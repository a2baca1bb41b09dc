import { useEffect, useEffectEvent } from 'react'

/** Calls `action` once, `ms` after it was given; starts anew when `ms` changes; never while it is null. */
export const useTimeout = (action: () => void, ms: number | null): void => {
  const onTime = useEffectEvent(action)

  useEffect(() => {
    if (ms === null) return undefined
    const timer = setTimeout(() => onTime(), ms)
    return () => clearTimeout(timer)
  }, [ms])
}
