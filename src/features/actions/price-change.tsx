import type { PriceChange as Change } from '#model/pricing/action-price.ts'
import type { Total } from '#model/pricing/cost.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'

interface PriceChangeProps {
  label: string
  price: Pick<Change, 'before' | 'after'>
}

const Arrow = () => (
  <>
    <span aria-hidden> → </span>
    <span className="sr-only"> to </span>
  </>
)

/** "$0.61 / h", or "nothing" where nothing is billed. */
const per = (total: Total, unit: 'h' | 'month'): string => {
  if (total.known === 0n && total.unknown.length === 0) return 'nothing'
  return unit === 'h' ? `${hourlyText(total)} / h` : `${monthlyText(total)} / month`
}

/** What an action does to a price: "$0.61 / h → $0.05 / h", the same per month, and what is not known of it. */
export const PriceChange = ({ label, price: { before, after } }: PriceChangeProps) => {
  const unknown = unknownText(before) ?? unknownText(after)
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="text-secondary text-ink-muted">{label}</span>
      <span className="text-right">
        <span className="block font-semibold">
          {per(before, 'h')}
          <Arrow />
          {per(after, 'h')}
        </span>
        <span className="block text-secondary text-ink-muted">
          {per(before, 'month')}
          <Arrow />
          {per(after, 'month')}
        </span>
        {unknown !== null && (
          <span className="block text-secondary text-lamp-ink">{unknown}: it comes on top</span>
        )}
      </span>
    </div>
  )
}
