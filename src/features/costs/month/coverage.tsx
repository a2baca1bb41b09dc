import { formatPercent } from '#lib/format.ts'
import { shareSeen } from '#model/ledger/totals.ts'
import type { Fill } from '#ui/fill.tsx'
import { StackedBar, Swatch } from '../stacked-bar.tsx'

import type { Figures } from './month-figures.ts'

type Kind = 'observedMs' | 'presumedMs' | 'unseenMs'

const kinds: readonly { kind: Kind; word: string; fill: Fill; means: string }[] = [
  {
    kind: 'observedMs',
    word: 'Observed',
    fill: 'solid',
    means: 'Hatteras was open here, so the cost of that time is exact.',
  },
  {
    kind: 'presumedMs',
    word: 'Presumed',
    fill: 'hatch',
    means: 'it was not open, but everything was the same before and after.',
  },
  {
    kind: 'unseenMs',
    word: 'Unseen',
    fill: 'hollow',
    means: 'it was not open, and something had changed since, or was not seen before.',
  },
]

/** How the time of a cost is known, and what that means. */
export const Coverage = ({ figures }: { figures: Figures }) => {
  const all = figures.observedMs + figures.presumedMs + figures.unseenMs
  const share = (kind: Kind) => formatPercent(all === 0 ? 0 : (figures[kind] / all) * 100)
  return (
    <div className="grid gap-2 border-t border-line pt-3 text-secondary">
      <p>Seen {formatPercent(shareSeen(figures) * 100)} of the time in this browser</p>
      <StackedBar segments={kinds.map(({ kind, fill }) => ({ key: kind, fill, size: figures[kind] }))} />
      <ul className="flex justify-between gap-x-2 text-micro whitespace-nowrap text-ink-muted">
        {kinds.map(({ kind, word, fill }) => (
          <li key={kind} className="flex items-center gap-1">
            <Swatch fill={fill} /> {word} {share(kind)}
          </li>
        ))}
      </ul>
      <details>
        <summary className="w-fit rounded-sm text-small text-ink-muted hover:text-ink">
          What these words mean
        </summary>
        <dl className="mt-1.5 grid gap-1 text-small">
          {kinds.map(({ kind, word, means }) => (
            <div key={kind}>
              <dt className="inline font-medium">{word}:</dt>{' '}
              <dd className="inline text-ink-muted">{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
