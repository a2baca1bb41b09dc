import { formatPercent } from '#lib/format.ts'
import { shareSeen } from '#model/ledger-totals.ts'
import type { Fill } from '#ui/fill.tsx'
import { StackedBar, Swatch } from '#ui/stacked-bar.tsx'

import type { Figures } from './month-figures.ts'

type Kind = 'observedMs' | 'presumedMs' | 'unseenMs'

const kinds: readonly { kind: Kind; word: string; fill: Fill; means: string }[] = [
  {
    kind: 'observedMs',
    word: 'Observed',
    fill: 'solid',
    means: 'this browser was looking, so the cost of that time is exact.',
  },
  {
    kind: 'presumedMs',
    word: 'Presumed',
    fill: 'hatch',
    means: 'nobody looked, but everything was the same before and after.',
  },
  {
    kind: 'unseenMs',
    word: 'Unseen',
    fill: 'hollow',
    means: 'nobody looked, and something was different afterwards or not seen before.',
  },
]

/** How the time of a cost is known, and what that means. */
export const CoverageDetails = ({ figures }: { figures: Figures }) => {
  const all = figures.observedMs + figures.presumedMs + figures.unseenMs
  return (
    <details className="group text-secondary">
      <summary className="w-fit rounded-sm text-ink-muted hover:text-ink">
        Seen {formatPercent(shareSeen(figures) * 100)} of the time in this browser
      </summary>
      <div className="mt-2 grid gap-2">
        <StackedBar segments={kinds.map(({ kind, fill }) => ({ key: kind, fill, size: figures[kind] }))} />
        <dl className="grid gap-1">
          {kinds.map(({ kind, word, fill, means }) => (
            <div key={kind}>
              <dt className="inline font-medium">
                <Swatch fill={fill} /> {word} {formatPercent(all === 0 ? 0 : (figures[kind] / all) * 100)}:
              </dt>{' '}
              <dd className="inline text-ink-muted">{means}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
