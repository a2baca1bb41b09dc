import { formatCount, formatGib } from '#lib/format.ts'
import { changeColumn } from '#model/pricing/change-figure.ts'
import type { RightSize } from '#model/usage/right-size.ts'
import { Button } from '#ui/button.tsx'

interface RightSizeHintProps {
  fitting: RightSize
  /** Whether the form holds that size already. */
  isFilledIn: boolean
  onUse: () => void
}

/** A smaller size that the last day's use fits, with a button that fills it in and says what it saves. */
export const RightSizeHint = ({ fitting, isFilledIn, onUse }: RightSizeHintProps) => {
  const { known, unknown } = fitting.saves
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 rounded-card bg-sunken py-1.5 pr-1.5 pl-3 text-secondary forced-colors:border">
      <p>
        {formatCount(fitting.n_vcpus)} vCPU · {formatGib(fitting.mem_gib)}{' '}
        <span className="text-ink-muted">fits the last day</span>
      </p>
      <Button size="sm" disabledReason={isFilledIn ? 'It is filled in.' : undefined} onClick={onUse}>
        Use it{' '}
        <span className={isFilledIn ? undefined : 'text-good'}>
          {changeColumn({ known: -known, unknown }).figure}&nbsp;/&nbsp;h
        </span>
      </Button>
    </div>
  )
}
