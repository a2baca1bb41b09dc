import type { Total } from '#model/cost.ts'
import { hourlyText, monthlyText } from '#model/price-text.ts'

interface PriceChangeProps {
  label: string
  before: Total
  /** Null when billing ends altogether. */
  after: Total | null
}

const Arrow = () => (
  <>
    <span aria-hidden> → </span>
    <span className="sr-only"> to </span>
  </>
)

/** What an act does to a price: "$0.61 / h → $0.05 / h", and the same per month. */
export const PriceChange = ({ label, before, after }: PriceChangeProps) => (
  <div className="flex items-baseline justify-between gap-3">
    <span className="text-secondary text-ink-muted">{label}</span>
    <span className="text-right">
      <span className="block font-semibold">
        {hourlyText(before)} / h
        <Arrow />
        {after === null ? 'nothing' : `${hourlyText(after)} / h`}
      </span>
      <span className="block text-secondary text-ink-muted">
        {monthlyText(before)} / month
        <Arrow />
        {after === null ? 'nothing' : `${monthlyText(after)} / month`}
      </span>
    </span>
  </div>
)
