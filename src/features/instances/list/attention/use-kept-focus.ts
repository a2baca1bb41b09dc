import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/** Gives the focus to the region where the row that had it is gone, so that the keyboard does not start over at the top of the page. */
export const useKeptFocus = (region: RefObject<HTMLElement | null>) => {
  const hasFocus = useRef(false)
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) region.current?.focus()
  })
  return {
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      hasFocus.current = currentTarget.contains(relatedTarget)
    },
  }
}
