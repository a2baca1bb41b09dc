import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { type ReactNode, useState } from 'react'

import { ZERO } from '#lib/money.ts'
import { partTime } from '#model/create/form-price.ts'
import type { Amount, Breakdown } from '#model/pricing/cost.ts'
import { hourlyText, monthlyFigure } from '#model/pricing/price-text.ts'
import { CostBar } from '#page/cost-bar.tsx'
import { cx } from '#ui/cx.ts'

/** The two prices per hour as bars of their parts, on one scale. */
export const PriceBars = ({ running, stopped }: { running: Breakdown; stopped: Breakdown }) => {
  const scale = running.known > stopped.known ? running.known : stopped.known
  return (
    <dl className="grid gap-1.5 text-secondary">
      {(
        [
          ['Running', running],
          ['Stopped', stopped],
        ] as const
      ).map(([label, price]) => (
        <div
          key={label}
          className={cx(
            'grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-center gap-2',
            label === 'Stopped' && 'text-ink-muted',
          )}
        >
          <dt>{label}</dt>
          <dd className="contents">
            <CostBar price={price} scale={scale} />
            <span className="min-w-14 text-right">{hourlyText(price)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface MonthLineProps {
  label: ReactNode
  price: Amount
  scale: Amount
  fill: string
  isMuted?: boolean
}

const MonthLine = ({ label, price, scale, fill, isMuted = false }: MonthLineProps) => (
  <div
    className={cx(
      'grid grid-cols-[5.75rem_minmax(0,1fr)_auto] items-center gap-2.5',
      isMuted && 'text-ink-muted',
    )}
  >
    <dt>{label}</dt>
    <dd className="contents">
      <span aria-hidden className="block h-2">
        {price.known > ZERO && (
          <span
            className={cx('block h-full min-w-px rounded-[2px] forced-color-adjust-none', fill)}
            style={{ width: `${(Number(price.known) / Number(scale.known)) * 100}%` }}
          />
        )}
      </span>
      <span className="min-w-13 text-right">{monthlyFigure(price)}</span>
    </dd>
  </div>
)

const hoursADay = [2, 4, 8, 12, 16]

/** What a month comes to by how much it runs; the hours of a day can be chosen. */
export const MonthOfUse = ({ running, stopped }: { running: Breakdown; stopped: Breakdown }) => {
  const [hours, setHours] = useState(8)
  return (
    <div className="border-t border-line pt-3 text-secondary">
      <p className="mb-1.5 text-small text-ink-muted">A month, if it runs</p>
      <dl className="grid gap-1.5">
        <MonthLine label="always" price={running} scale={running} fill="bg-part-ram" />
        <MonthLine
          label={
            <span className="relative inline-flex items-center gap-1 rounded-sm outline-offset-2 outline-accent has-[:focus-visible]:outline-2">
              {hours} h a day
              <ChevronsUpDown aria-hidden size={12} className="text-ink-muted" />
              <select
                aria-label="Hours a day"
                value={hours}
                className="absolute inset-0 size-full cursor-pointer opacity-0 outline-none"
                onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
              >
                {hoursADay.map((choice) => (
                  <option key={choice} value={choice}>
                    {choice}
                  </option>
                ))}
              </select>
            </span>
          }
          price={partTime(running, stopped, hours)}
          scale={running}
          fill="bg-part-ram"
        />
        <MonthLine label="stopped" price={stopped} scale={running} fill="bg-part-disk" isMuted />
      </dl>
    </div>
  )
}
