import { type RefObject, useEffect, useState } from 'react'

/** Whether the element is on the screen, or nearly. */
export const useInView = (ref: RefObject<Element | null>): boolean => {
  const [isInView, setIsInView] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        setIsInView(entry?.isIntersecting ?? false)
      },
      { rootMargin: '100px' },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [ref])
  return isInView
}
