import { useLayoutEffect, useRef, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'

import type { WhatIfChoice } from '../use-what-if.ts'
import { switchable } from '../what-if.ts'
import { staysShare, type TilePart, tilePart } from './tile-part.ts'
import { InstanceTile, OthersTile } from './tile.tsx'
import { others, type Placed, placeTiles, tilesOf } from './treemap-layout.ts'
import './treemap.css'

/** About what it is beside the column of panels on a screen of 1440 px. */
const usualRatio = 1.6

/** How many times as wide as high a box is, in steps, so that a drag of the window does not lay the tiles out at each pixel. */
const useRatio = () => {
  const [ratio, setRatio] = useState(usualRatio)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0 && height > 0) setRatio(Math.max(0.25, Math.round((width / height) * 8) / 8))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  return { ratio, box }
}

/**
 * The instances by which the tiles are laid out: as they were while somebody is about to press one or has ticked some, unless some have
 * come or gone. What a poll brings must not move a tile from under the pointer.
 */
const useSteadyFleet = (instances: readonly Instance[], isHeld: boolean): readonly Instance[] => {
  const [laid, setLaid] = useState(instances)
  if (laid === instances) return laid
  const uuids = new Set(instances.map(({ uuid }) => uuid))
  const isSame = laid.length === instances.length && laid.every(({ uuid }) => uuids.has(uuid))
  if (isHeld && isSame) return laid
  setLaid(instances)
  return instances
}

interface GroundProps {
  place: Placed
  part: TilePart
  /** What of it stays once it is stopped, 0 to 1. */
  stays: number
  isTicked: boolean
}

/** What is under the words of a tile: empty once it is stopped in thought, but for its disk; full once it is started. */
const Ground = ({ place: { x, y, width, height }, part, stays, isTicked }: GroundProps) => {
  const ticked = part === 'stopped' ? 'running' : 'empty'
  return (
    <>
      <rect
        x={`${x * 100}%`}
        y={`${y * 100}%`}
        width={`${width * 100}%`}
        height={`${height * 100}%`}
        className="ground"
        data-part={isTicked ? ticked : part}
      />
      {stays > 0 && (
        <rect
          x={`${x * 100}%`}
          y={`${(y + height * (1 - stays)) * 100}%`}
          width={`${width * 100}%`}
          height={`${height * stays * 100}%`}
          className="ground-disk"
        />
      )}
    </>
  )
}

interface TreemapProps {
  instances: readonly Instance[]
  /** "idle 3 h" by uuid, for those that idle as far as this browser knows. */
  idle: ReadonlyMap<string, string>
  whatIf: WhatIfChoice
}

/** What everything costs now: a tile for each instance, its area its cost, each a check box of the what-if. */
export const Treemap = ({ instances, idle, whatIf }: TreemapProps) => {
  const { ratio, box } = useRatio()
  const [isNear, setNear] = useState(false)
  const laid = useSteadyFleet(instances, isNear || whatIf.ticked.length > 0)
  const tiles = placeTiles(tilesOf(laid), ratio)
  const byUuid = new Map(instances.map((instance) => [instance.uuid, instance]))
  const ownTile = new Set(tiles.map(({ key }) => key))
  const { unknown: othersUnknown } = sumCosts(
    laid.filter(({ uuid }) => !ownTile.has(uuid)).map((instance) => hourlyCost(instance).now),
  )
  const shown = tiles.map((place) => ({ place, instance: byUuid.get(place.key) }))

  return (
    <div
      ref={box}
      className="relative m-2 h-80 sm:m-3 sm:h-[28.25rem] print:h-80"
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
      onBlur={() => setNear(false)}
    >
      <svg aria-hidden className="absolute inset-0 size-full">
        {shown.map(({ place, instance }) =>
          instance === undefined ? (
            <Ground key={place.key} place={place} part="other" stays={0} isTicked={false} />
          ) : (
            <Ground
              key={place.key}
              place={place}
              part={tilePart(instance, idle.has(instance.uuid))}
              stays={staysShare(instance)}
              isTicked={whatIf.has(instance.uuid) && switchable(instance) !== null}
            />
          ),
        )}
      </svg>
      <ul aria-label="Instances by cost" className="absolute inset-0">
        {shown.map(({ place, instance }) =>
          instance === undefined ? (
            place.key === others && (
              <OthersTile
                key={place.key}
                place={place}
                price={hourlyText({ known: place.known, unknown: othersUnknown })}
              />
            )
          ) : (
            <InstanceTile
              key={place.key}
              place={place}
              instance={instance}
              idle={idle.get(instance.uuid) ?? null}
              whatIf={whatIf}
            />
          ),
        )}
      </ul>
    </div>
  )
}
