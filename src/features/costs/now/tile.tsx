import { type CSSProperties, useId } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { gpuShortText } from '#model/instance/labels.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText, monthlyFigure } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { Facts } from '#ui/facts.tsx'

import { priceAfter, switchable, type WhatIfChoice } from '../what-if.ts'
import type { Placed } from './treemap-layout.ts'

const percent = (part: number) => `${part * 100}%`

const placeOf = ({ x, y, width, height }: Placed): CSSProperties => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

const Box = () => (
  <span
    aria-hidden
    className="tile-box pointer-events-none absolute top-1.75 right-1.75 size-4 place-items-center rounded-sm border-[1.5px] border-rest bg-surface text-transparent forced-color-adjust-none peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink print:hidden"
  >
    <svg width="10" height="10" viewBox="0 0 10 10" fill="none">
      <path
        d="m1.8 5.2 2.2 2.3 4.2-4.8"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  </span>
)

interface InstanceTileProps {
  place: Placed
  instance: Instance
  /** "idle 3 h", where it idles. */
  idle: string | null
  whatIf: WhatIfChoice
}

/** A tile that is one instance. To tick it is to ask what stopping it would save, or starting it cost; its size stays. */
export const InstanceTile = ({ place, instance, idle, whatIf }: InstanceTileProps) => {
  const id = useId()
  const { name, uuid } = instance
  const way = switchable(instance)
  const isTicked = whatIf.has(uuid)
  const cost = hourlyCost(instance)
  const then = isTicked ? priceAfter(way, cost) : cost.now
  const gpu = gpuShortText(instance)
  const last =
    idle === null || isTicked
      ? { text: `${monthlyFigure(then)} / month` }
      : { text: idle, className: 'text-lamp-ink' }
  const price = `${hourlyText(cost.now)} / h, ${monthlyFigure(cost.now)} / month`

  return (
    <li className="tile" style={placeOf(place)}>
      <div className="relative size-full p-px">
        {way !== null && (
          <input
            type="checkbox"
            aria-label={`What if ${name} were ${way === 'stop' ? 'stopped' : 'started'}`}
            aria-describedby={id}
            data-tooltip={`${name}\n${price}${idle === null ? '' : `\n${idle}`}`}
            checked={isTicked}
            onChange={({ currentTarget }) => whatIf.toggle(instance, currentTarget.checked)}
            className="peer absolute inset-0 m-0 size-full cursor-pointer opacity-0 print:hidden"
          />
        )}
        <span
          aria-hidden
          className="pointer-events-none absolute inset-px rounded-[5px] outline-accent peer-checked:outline-[1.5px] peer-checked:-outline-offset-[1.5px] peer-hover:outline-[1.5px] peer-hover:-outline-offset-[1.5px] peer-focus-visible:outline-3 peer-focus-visible:-outline-offset-3"
        />
        {way !== null && <Box />}
        <p className="pointer-events-none relative max-h-full overflow-hidden">
          <span className="tile-words">
            <span className={cx('block truncate font-name', way !== null && 'tile-name')}>{name}</span>
            <span className="tile-price" translate="no">
              {isTicked && <s className="text-ink-muted">{hourlyText(cost.now)}</s>} {hourlyText(then)}
            </span>
            <span className="tile-more text-small text-ink-muted">
              <Facts facts={gpu === null ? [last] : [{ text: gpu }, last]} />
            </span>
          </span>
        </p>
        <span id={id} hidden>
          {price}
        </span>
      </div>
    </li>
  )
}

/** The tile of the cheapest of a large fleet. Each of them can be ticked in the breakdown. */
export const OthersTile = ({ place, price }: { place: Placed; price: string }) => (
  <li className="tile" style={placeOf(place)} title={`${formatCount(place.count)} others`}>
    <p className="size-full overflow-hidden">
      <span className="tile-words">
        <span className="block truncate font-name">{formatCount(place.count)} others</span>
        <span className="tile-price truncate" translate="no">
          {price}
        </span>
      </span>
    </p>
  </li>
)
