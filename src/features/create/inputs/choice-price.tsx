import { choiceText, type ChoicePrice, isSaving } from '#model/create/form-price.ts'
import { cx } from '#ui/cx.ts'

interface ChoiceDifferenceProps {
  /** Null until the account's own rates are there. */
  price: ChoicePrice | null
  className?: string
}

/** What a choice does to the price per hour. It keeps its place until that is known. */
export const ChoiceDifference = ({ price, className }: ChoiceDifferenceProps) => (
  <span
    className={cx(
      price?.kind === 'unknown' && 'text-ink-muted',
      price !== null && isSaving(price) && 'text-good',
      className,
    )}
  >
    {price === null ? '\u00a0' : choiceText(price)}
  </span>
)
