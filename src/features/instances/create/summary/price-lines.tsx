import { formatCount, formatGib, formatLine, formatRate } from '#lib/format.ts'
import type { CostLine } from '#model/cost.ts'
import { partWord } from '#model/price-text.ts'

const quantityText = ({ part, quantity }: CostLine): string => {
  if (quantity === null) return partWord(part)
  switch (part) {
    case 'ram':
    case 'storage':
      return `${formatGib(quantity)} ${partWord(part)}`
    default:
      return `${formatCount(quantity)} ${partWord(part)}`
  }
}

const amountText = ({ amount, quantity }: CostLine): string =>
  amount === null ? (quantity === null ? 'no number yet' : 'unknown') : formatLine(amount)

/** How an hourly price comes about: what, at which rate, and what that makes. */
export const PriceLines = ({ lines }: { lines: readonly CostLine[] }) => (
  <dl className="grid gap-[11px] text-secondary">
    {lines.map((line) => (
      <div key={line.part} className="flex items-baseline justify-between gap-3">
        <dt className="min-w-0">
          {quantityText(line)}
          {line.rate !== null && <span className="text-ink-muted"> × {formatRate(line.rate)}</span>}
        </dt>
        <dd className={line.amount === null ? 'text-ink-muted' : undefined}>{amountText(line)}</dd>
      </div>
    ))}
  </dl>
)
