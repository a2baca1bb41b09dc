import type { Instance } from '#contract/instance.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import {
  exactText,
  hiddenDigits,
  hourlyFigure,
  hourlyText,
  monthlyFigure,
} from '#model/pricing/price-text.ts'
import type { CostPart } from '#model/pricing/cost.ts'
import { CostBar, PartSwatch } from '#page/cost-bar.tsx'

import { type BurnPart, splitBurn } from './burn.ts'
import { partLabels, partOrder } from './prices.ts'

/** What the parts above zero come to: a total of the service's own that is less than its rates has a part below. */
const lengthOf = (parts: readonly BurnPart[]): Usd =>
  parts.reduce((sum, { now: { known } }) => (known > ZERO ? sum + known : sum), ZERO)

const inOrder = (parts: readonly BurnPart[]): { part: CostPart; now: BurnPart['now'] }[] =>
  partOrder.flatMap((part) => {
    const found = parts.find(({ key }) => key === part)
    return found === undefined ? [] : [{ part, now: found.now }]
  })

/** What everything costs now, in one figure and as a bar of what it is made of. */
export const Summary = ({ instances }: { instances: readonly Instance[] }) => {
  const { total, parts } = splitBurn(instances, 'component')
  const { prefix, figure } = hourlyFigure(total)
  const length = lengthOf(parts)
  return (
    <section
      aria-label="Cost now"
      className="mt-1.5 mb-4 flex min-h-9 items-center gap-x-7 gap-y-1.5 max-md:flex-col max-md:items-stretch"
    >
      <p
        className="flex items-baseline justify-between gap-2.5 whitespace-nowrap text-ink-muted"
        translate="no"
      >
        <span>
          {prefix !== '' && <span className="mr-1 text-secondary">{prefix}</span>}
          <span
            className="text-figure font-semibold text-ink"
            data-tooltip={hiddenDigits(total) === null ? undefined : exactText(total)}
          >
            {figure}
          </span>
          <span className="ml-1 text-secondary">/ h</span>
        </span>
        <span>{monthlyFigure(total)} / month</span>
      </p>
      {parts.length > 0 && (
        <div className="min-w-0 flex-1">
          {length > ZERO && <CostBar price={total} scale={length} className="h-2.5" />}
          <ul
            aria-label="What it is made of"
            className="mt-1.5 flex flex-wrap gap-x-5 text-small text-ink-muted max-md:gap-x-3.5"
          >
            {inOrder(parts).map(({ part, now }) => (
              <li
                key={part}
                className="flex items-center gap-1.5 whitespace-nowrap"
                data-tooltip={hiddenDigits(now) === null ? undefined : exactText(now)}
              >
                <PartSwatch part={part} />
                {partLabels[part]}
                <span className="font-medium text-ink" translate="no">
                  {hourlyText(now)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
