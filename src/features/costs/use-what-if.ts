import { useEffect, useEffectEvent, useState } from 'react'

import type { Instance } from '#contract/instance.ts'

import type { CostsView } from './costs-search.ts'
import { switchable, type Way, type WhatIf, whatIf } from './what-if.ts'

/** Which instances are switched in the what-if, and what that comes to. */
export interface WhatIfChoice {
  has: (uuid: string) => boolean
  toggle: (instance: Instance, isTicked: boolean) => void
  clear: () => void
  ticked: readonly Instance[]
  result: WhatIf
}

/**
 * The what-if of the address: names, so that a link can be read and shared. A name that is no longer there, or that cannot be
 * switched any more, counts for nothing; and once an instance was really stopped, nobody has asked what starting it would cost.
 */
export const useWhatIf = (
  instances: readonly Instance[],
  { whatif: names }: CostsView,
  onChange: (part: Partial<CostsView>, options: { replace: boolean }) => void,
): WhatIfChoice => {
  const [asked, setAsked] = useState<ReadonlyMap<string, Way>>(new Map())
  const named = new Set(names)
  const found = instances.flatMap((instance) => {
    const way = named.has(instance.name) ? switchable(instance) : null
    return way === null ? [] : [{ instance, way }]
  })
  const isNew = found.some(({ instance: { uuid } }) => !asked.has(uuid))
  const isLess = found.length < asked.size
  // Which way each was ticked, for as long as it is.
  if (isNew || isLess)
    setAsked(new Map(found.map(({ instance: { uuid }, way }) => [uuid, asked.get(uuid) ?? way])))

  const ticked = found.flatMap(({ instance, way }) =>
    (asked.get(instance.uuid) ?? way) === way ? [instance] : [],
  )
  const uuids = new Set(ticked.map(({ uuid }) => uuid))
  const change = (next: readonly string[]) => onChange({ whatif: [...next] }, { replace: true })

  const isOver = ticked.length < found.length
  const dropOver = useEffectEvent(() => change(ticked.map(({ name }) => name)))
  useEffect(() => {
    if (isOver) dropOver()
  }, [isOver])

  return {
    has: (uuid) => uuids.has(uuid),
    toggle: ({ name }, isTicked) => {
      const rest = ticked.map((instance) => instance.name).filter((other) => other !== name)
      change(isTicked ? [...rest, name] : rest)
    },
    clear: () => change([]),
    ticked,
    result: whatIf(instances, uuids),
  }
}
