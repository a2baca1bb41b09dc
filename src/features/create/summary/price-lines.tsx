import { formatCount, formatGib } from '#lib/format.ts'
import type { CostLine, CostPart } from '#model/pricing/cost.ts'
import { hourlyText, partWord, rateText } from '#model/pricing/price-text.ts'
import { PartSwatch } from '#page/cost-bar.tsx'

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

interface PriceLinesProps {
  lines: readonly CostLine[]
  /** What stands in place of an amount where there is no quantity to price. */
  missing: Partial<Record<CostPart, string>>
}

/** How an hourly price comes about: what, at which rate, and what that makes. */
export const PriceLines = ({ lines, missing }: PriceLinesProps) => (
  <dl className="grid gap-1 text-secondary">
    {lines.map((line) => (
      <div key={line.part} className="flex items-baseline justify-between gap-3">
        <dt className="min-w-0">
          <PartSwatch part={line.part} /> {quantityText(line)}
          {line.rate !== null && <span className="text-ink-muted"> × {rateText(line.rate)}</span>}
        </dt>
        <dd className={line.amount === null ? 'text-right text-ink-muted' : undefined}>
          {line.amount === null
            ? (missing[line.part] ?? 'unknown')
            : hourlyText({ known: line.amount, unknown: [] })}
        </dd>
      </div>
    ))}
  </dl>
)
