import { ZERO } from '#lib/money.ts'
import type { PriceChange } from '#model/pricing/action-price.ts'
import { changeColumn, monthlyChange } from '#model/pricing/change-figure.ts'
import { type Breakdown, isFree } from '#model/pricing/cost.ts'
import { hiddenDigits, hourlyText, unknownText } from '#model/pricing/price-text.ts'
import { CostBar } from '#page/cost-bar.tsx'

import { Figure, NoFigure } from './action-parts.tsx'

/** What an action saves or adds in a month, as the one figure of its dialog. */
export const ChangeFigure = ({ change, isNothing }: { change: PriceChange['change']; isNothing: string }) => {
  const figure = monthlyChange(change)
  if (figure !== null) return <Figure {...figure} tail="/ month" />
  return <NoFigure>{isFree(change) ? isNothing : 'Price not known'}</NoFigure>
}

/** What the figures lack. */
export const UnknownNote = ({
  price: { before, after },
}: {
  price: Pick<PriceChange, 'before' | 'after'>
}) => {
  const unknown = unknownText(before) ?? unknownText(after)
  return unknown !== null && <p className="text-small text-lamp-ink">{unknown}</p>
}

/** What is taken off the price per hour, beside a figure that is not about money; nothing where nothing is billed. */
export const HourlySaving = ({ change }: { change: PriceChange['change'] }) => {
  if (isFree(change)) return null
  const { prefix, figure } = changeColumn(change)
  const unknown = unknownText(change)
  return (
    <p className="text-secondary text-good" title={unknown ?? undefined}>
      {prefix !== '' && <span className="text-small">{prefix} </span>}
      {change.known === ZERO ? 'price not known' : <>{figure}&nbsp;/&nbsp;h</>}
      {unknown !== null && <span className="sr-only"> ({unknown})</span>}
    </p>
  )
}

interface BarRowProps {
  label: string
  price: Breakdown
  scale: bigint
}

const BarRow = ({ label, price, scale }: BarRowProps) => (
  <>
    <dt className="text-ink-muted">{label}</dt>
    <dd className="col-span-2 grid grid-cols-subgrid items-center">
      <CostBar price={price} scale={scale} />
      <span translate="no" className="text-right" title={hiddenDigits(price) ?? undefined}>
        {hourlyText(price)}&nbsp;/&nbsp;h
      </span>
    </dd>
  </>
)

/** A price now and after, as bars of its parts on one scale. */
export const PriceBars = ({ before, after }: { before: Breakdown; after: Breakdown }) => {
  const scale = before.known > after.known ? before.known : after.known
  return (
    <dl className="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1.5 text-secondary">
      <BarRow label="Now" price={before} scale={scale} />
      <BarRow label="After" price={after} scale={scale} />
    </dl>
  )
}
