import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { hourlyCost, isFree, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'

import { switchable, type WhatIfChoice } from '../what-if.ts'
import { InstanceTile, OthersTile } from './tile.tsx'
import { others, type Placed, placeTiles, tilesOf } from './treemap-layout.ts'
import './treemap.css'

/** What colours a tile: as in the bar above the fleet. */
type TilePart = 'running' | 'idle' | 'transition' | 'stopped' | 'other'

/** An instance that is not `idle` as far as this browser knows is as its state says. */
const tilePart = ({ state }: Instance, isIdle: boolean): TilePart => {
  const { kind } = stateInfo(state)
  if (kind === 'running') return isIdle ? 'idle' : 'running'
  return kind === 'transition' || kind === 'stopped' ? kind : 'other'
}

/** The part of a price, 0 to 1, that goes on once the instance is stopped; 0 for one that is stopped, since all of its tile is disk. */
const staysShare = (instance: Instance): number => {
  const { now, stopped } = hourlyCost(instance)
  if (stateInfo(instance.state).kind === 'stopped' || now.known <= 0n) return 0
  return Math.min(1, Number(stopped.known) / Number(now.known))
}

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
const Treemap = ({ instances, idle, whatIf }: TreemapProps) => {
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

interface EntryProps {
  swatch: string
  className?: string
  children: ReactNode
}

const Entry = ({ swatch, className, children }: EntryProps) => (
  <li className={cx('flex items-center gap-1.5 whitespace-nowrap', className)}>
    <svg aria-hidden width="8" height="8" className={cx('shrink-0', swatch)}>
      <rect width="8" height="8" rx="2" fill="currentColor" />
    </svg>
    {children}
  </li>
)

const diskStays = 'disk, stays'

interface LegendProps {
  instances: readonly Instance[]
  idle: ReadonlyMap<string, string>
}

/** What the colours mean, and how much of it asks whether it is needed: what idles, and the disks of what is stopped. */
const Legend = ({ instances, idle }: LegendProps) => {
  const stopped = instances.filter(({ state }) => stateInfo(state).kind === 'stopped')
  const price = (some: readonly Instance[]) => sumCosts(some.map((instance) => hourlyCost(instance).now))
  const idling = price(instances.filter(({ uuid }) => idle.has(uuid)))
  const disks = price(stopped)
  const ofStopped = `${hourlyText(disks)} is disk of ${pluralize(stopped.length, 'stopped instance')}`
  return (
    // Known last, and so where it moves none of the others: first before the edge on the right, last in a line of their own.
    <ul className="flex grow flex-wrap gap-x-3.5 text-small text-ink-muted @min-[35rem]:justify-end">
      {!isFree(idling) && (
        <Entry
          swatch="text-[color-mix(in_oklab,var(--lamp-bar)_60%,var(--surface))]"
          className="@max-[35rem]:order-last"
        >
          <span className="text-lamp-ink">idle {hourlyText(idling)}</span>
        </Entry>
      )}
      <Entry swatch="text-[color-mix(in_oklab,var(--plot)_38%,var(--surface))]">running</Entry>
      <Entry swatch="text-part-disk">
        {isFree(disks) ? (
          diskStays
        ) : (
          // No figure: this grey is also the foot of what runs, and the page has what all disks cost.
          <Link
            to={paths.instances('state=stopped&sort=cost&order=desc')}
            aria-label={`${diskStays}: ${ofStopped}`}
            data-tooltip={ofStopped}
            className="rounded-sm underline-offset-2 hover:underline"
          >
            {diskStays}
          </Link>
        )}
      </Entry>
    </ul>
  )
}

interface NowPanelProps {
  instances: readonly Instance[]
  /** "idle 3 h" by uuid, for those that idle as far as this browser knows. */
  idle: ReadonlyMap<string, string>
  whatIf: WhatIfChoice
}

/** The picture of what everything costs now, which is itself the what-if. */
export const NowPanel = ({ instances, idle, whatIf }: NowPanelProps) => (
  <div className="@container min-w-0">
    <Panel
      title="Now"
      aside={<span className="print:hidden">tick to see what stopping saves</span>}
      actions={<Legend instances={instances} idle={idle} />}
      flush
      className="[&>header>div]:grow [&>header>div]:@max-[35rem]:basis-full [&>header>span]:grow-0 [&>header>span]:basis-auto [&>header>span]:@max-[35rem]:hidden"
    >
      {instances.some((instance) => hourlyCost(instance).now.known > ZERO) ? (
        <Treemap instances={instances} idle={idle} whatIf={whatIf} />
      ) : (
        <p className="p-4 text-secondary text-ink-muted">Nothing costs a known amount now.</p>
      )}
    </Panel>
  </div>
)
