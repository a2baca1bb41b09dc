import { changeFigure } from '#model/pricing/change-figure.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { cx } from '#ui/cx.ts'

interface PriceChangeProps {
  change: Amount
  unit?: string
  /** In the ink of what is around it. */
  isQuiet?: boolean
}

/** A change of the price per hour: "from +$2.340 / h". */
export const PriceChange = ({ change, unit = '/ h', isQuiet = false }: PriceChangeProps) => {
  const { prefix, figure, lacks, isLess } = changeFigure(change)
  if (figure === 'unknown')
    return (
      <span title={lacks ?? undefined} className="text-ink-muted">
        {figure}
      </span>
    )
  return (
    <span title={lacks ?? undefined} className={cx('whitespace-nowrap', isLess && !isQuiet && 'text-good')}>
      {prefix !== '' && <span className="text-micro text-ink-muted">{prefix} </span>}
      {figure}
      {`\u00a0${unit}`}
    </span>
  )
}
