import { useEffect, useEffectEvent, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { ZERO } from '#lib/money.ts'
import { perObject } from '#lib/per-object.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { PriceChange } from '#model/pricing/action-price.ts'
import { billing, type Breakdown, type Cost, costChange, hourlyCost, sumCosts } from '#model/pricing/cost.ts'

import type { CostsView } from './costs-search.ts'
import { priceOfAll, sumPrices } from './prices.ts'

/** How an instance is switched in the what-if. */
export type Way = 'stop' | 'start'

/**
 * Which way an instance can be switched in the what-if: what is (or may be) billed for compute can be stopped, what is stopped can be
 * started. Null for what costs nothing and cannot be switched.
 */
export const switchable = ({ state }: Instance): Way | null => {
  if (billing(state).compute !== 'no') return 'stop'
  return stateInfo(state).kind === 'stopped' ? 'start' : null
}

/** What an instance costs per hour once it is switched so; as it is where it is not. */
export const priceAfter = (way: Way | null, { now, running, stopped }: Cost): Breakdown =>
  way === null ? now : way === 'stop' ? stopped : running

/** A fleet as it is, and as it would be with some instances switched. Amounts are per hour. */
interface WhatIf extends PriceChange {
  after: Breakdown
  stops: number
  starts: number
}

/** What the fleet would cost if the ticked instances were switched: those that run stopped, those that are stopped started. */
export const whatIf = (instances: readonly Instance[], ticked: ReadonlySet<string>): WhatIf => {
  const before = priceOfAll(instances)
  if (ticked.size === 0)
    return {
      before,
      after: before,
      change: { known: ZERO, unknown: [], assumed: false },
      stops: 0,
      starts: 0,
    }
  const pairs = instances.map((instance) => {
    const cost = hourlyCost(instance)
    const way = ticked.has(instance.uuid) ? switchable(instance) : null
    return { way, now: cost.now, after: priceAfter(way, cost) }
  })
  const changed = pairs.filter(({ way }) => way !== null)
  return {
    before,
    after: sumPrices(pairs.map(({ after }) => after)),
    change: sumCosts(changed.map(({ now, after }) => costChange(now, after))),
    stops: changed.filter(({ way }) => way === 'stop').length,
    starts: changed.filter(({ way }) => way === 'start').length,
  }
}

/** What the fleet costs per hour once everything that can be stopped is: its disks. Added up once a reading. */
export const allStopped = perObject((instances: readonly Instance[]) =>
  sumPrices(
    instances.map((instance) =>
      priceAfter(switchable(instance) === 'stop' ? 'stop' : null, hourlyCost(instance)),
    ),
  ),
)

/** What the ticked ones are, in the words of a line of the month: "Without the 2 ticked", "With the 1 started". */
export const whatIfLabel = ({ stops, starts }: Pick<WhatIf, 'stops' | 'starts'>): string => {
  if (starts === 0) return stops === 0 ? 'Without the ticked' : `Without the ${stops} ticked`
  return stops === 0 ? `With the ${starts} ticked` : `${stops} stopped, ${starts} started`
}

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
