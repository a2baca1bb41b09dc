import { useEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

import { canonicalPath } from '#model/paths.ts'
import { announce } from '#ui/announcer.tsx'
import { focusPage } from '#ui/front-layer.ts'

/** Says which page one came to, and starts it at its top; going back leaves the place to the browser. */
export const useRouteChange = (): void => {
  const pathname = canonicalPath(useLocation().pathname)
  const isStepBack = useNavigationType() === NavigationType.Pop
  const last = useRef(pathname)

  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    if (!isStepBack) globalThis.scrollTo(0, 0)
    // What had the focus may have gone with the page that was left.
    if (document.activeElement === document.body) focusPage()
    const timer = setTimeout(() => {
      announce(document.title.replace(' · Hatteras', ''))
    }, 100)
    return () => {
      clearTimeout(timer)
    }
  }, [pathname, isStepBack])
}
