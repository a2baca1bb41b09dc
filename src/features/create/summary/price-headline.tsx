import { dailyText, hourlyText, monthlyText } from '#model/pricing/price-text.ts'
import { Skeleton } from '#ui/skeleton.tsx'

import type { Estimate } from './use-estimate.ts'

/** The price per hour as the one big figure; per day and month, and while stopped, below it. */
export const PriceHeadline = ({ running, stopped, isWaiting }: Estimate) =>
  isWaiting ? (
    <div className="grid gap-1.5 py-1">
      <Skeleton className="h-7 w-24" />
      <Skeleton className="h-3.5 w-64 max-w-full" />
      <Skeleton className="h-3.5 w-48 max-w-full max-sm:hidden" />
    </div>
  ) : (
    <div className="min-w-0">
      <p>
        <span className="text-title font-semibold lg:text-figure">{hourlyText(running)}</span>{' '}
        <span className="text-ink-muted max-lg:text-secondary">
          / hour<span className="max-sm:sr-only"> while running</span>
        </span>
      </p>
      <p className="text-secondary text-ink-muted lg:mt-0.5">
        <span className="max-sm:sr-only">{dailyText(running)} / day · </span>
        {monthlyText(running)} / month
      </p>
      <p className="text-secondary text-ink-muted max-sm:sr-only">
        Stopped {hourlyText(stopped)} / h · {monthlyText(stopped)} / month
      </p>
    </div>
  )
