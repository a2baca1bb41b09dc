import { type Usd, ZERO } from '#lib/money.ts'
import { type Breakdown, type CostPart, costParts } from '#model/pricing/cost.ts'
import { cx } from '#ui/cx.ts'

/** The fill of each part of a price, the same everywhere. */
export const partFill: Readonly<Record<CostPart, string>> = {
  vcpu: 'bg-part-vcpu',
  ram: 'bg-part-ram',
  gpu: 'bg-part-gpu',
  storage: 'bg-part-disk',
  sentieon: 'bg-ink-muted',
  other: 'bg-ink-faint',
}

/** The swatch of a part, beside its name. */
export const PartSwatch = ({ part }: { part: CostPart }) => (
  <span
    aria-hidden
    className={cx('inline-block size-2 shrink-0 rounded-[2px] forced-color-adjust-none', partFill[part])}
  />
)

interface CostBarProps {
  price: Breakdown
  /** What a bar of full length stands for: the dearest of the prices that stand together. */
  scale: Usd
  className?: string
}

/** A price per hour as a bar of its parts, from a common left edge. For the eye only: the figure stands beside it. */
export const CostBar = ({ price, scale, className }: CostBarProps) => {
  const parts = costParts.flatMap((part) => {
    const amount = price.lines.find((line) => line.part === part)?.amount ?? ZERO
    return amount > ZERO ? [{ part, amount }] : []
  })
  return (
    <div aria-hidden className={cx('flex h-3 gap-px overflow-hidden rounded-[3px]', className)}>
      {parts.map(({ part, amount }) => (
        <span
          key={part}
          className={cx('h-full min-w-px shrink-0 forced-color-adjust-none', partFill[part])}
          style={{ width: `${(Number(amount) / Number(scale)) * 100}%` }}
        />
      ))}
    </div>
  )
}
