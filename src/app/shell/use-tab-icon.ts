import { useEffect } from 'react'

import type { Instance } from '#contract/instance.ts'
import { stateInfo } from '#model/instance/states.ts'
import { type FaviconKind, setFavicon } from './favicon.ts'

const iconFor = (instances: readonly Instance[]): FaviconKind => {
  const kinds = new Set(instances.map(({ state }) => stateInfo(state).kind))
  return kinds.has('error') ? 'failed' : kinds.has('transition') ? 'busy' : 'plain'
}

/** Lets the tab's icon tell when something failed or is under way. */
export const useTabIcon = (instances: readonly Instance[] | undefined): void => {
  const kind = iconFor(instances ?? [])
  useEffect(() => {
    setFavicon(kind)
    return () => {
      setFavicon('plain')
    }
  }, [kind])
}
