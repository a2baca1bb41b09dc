import type { Instance } from '#contract/instance.ts'
import { switchable, type WhatIf, whatIf } from '../what-if.ts'

import type { CostsView } from '../costs-search.ts'

/** Which instances are switched in the what-if, and what that comes to. */
export interface WhatIfChoice {
  has: (uuid: string) => boolean
  toggle: (instance: Instance, isTicked: boolean) => void
  clear: () => void
  /** Stopping those that run, starting those that are stopped, and both. */
  stopping: WhatIf
  starting: WhatIf
  both: WhatIf
}

/**
 * The what-if of the address: names, so that a link can be read and shared. A name that is no longer there, or that cannot be
 * switched any more, counts for nothing.
 */
export const useWhatIf = (
  instances: readonly Instance[],
  { whatif: names }: CostsView,
  onChange: (part: Partial<CostsView>, options: { replace: boolean }) => void,
): WhatIfChoice => {
  const named = new Set(names)
  const ticked = instances.filter((instance) => named.has(instance.name) && switchable(instance) !== null)
  const uuids = new Set(ticked.map(({ uuid }) => uuid))
  const only = (way: 'stop' | 'start') =>
    whatIf(
      ticked.filter((instance) => switchable(instance) === way),
      uuids,
    )
  const change = (next: readonly string[]) => onChange({ whatif: [...next] }, { replace: true })

  return {
    has: (uuid) => uuids.has(uuid),
    toggle: ({ name }, isTicked) => {
      const others = ticked.map((instance) => instance.name).filter((other) => other !== name)
      change(isTicked ? [...others, name] : others)
    },
    clear: () => change([]),
    stopping: only('stop'),
    starting: only('start'),
    both: whatIf(instances, uuids),
  }
}
