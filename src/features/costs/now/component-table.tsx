import type { BurnPart } from '../burn.ts'
import { monthlyText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { Swatch } from '../stacked-bar.tsx'

import { exactText } from '../exact-text.ts'
import { shareText } from '../share-text.ts'
import { partFill } from './part-fills.ts'

interface LineProps {
  part: BurnPart
  isInner?: boolean
}

const Line = ({ part: { key, label, share, now, parts }, isInner = false }: LineProps) => (
  <tr className={cx('*:py-[3px] *:font-normal', isInner && 'text-ink-muted')}>
    <th scope="row" className="text-left">
      <span className={cx('flex items-center gap-2', isInner && 'pl-[18px]')}>
        {parts.length === 0 && <Swatch fill={partFill(key)} />}
        {label}
      </span>
    </th>
    <td>{shareText(share)}</td>
    <td>{exactText(now)}</td>
    <td className="max-sm:hidden">{monthlyText(now)}</td>
  </tr>
)

/** What the present cost is made of, line by line; the lines add up to the total to the last digit. */
export const ComponentTable = ({ parts }: { parts: readonly BurnPart[] }) => (
  <table aria-label="What it is made of" className="w-full text-right text-secondary">
    <thead className="text-small text-ink-muted">
      <tr className="*:pb-1 *:font-medium">
        <th scope="col" className="text-left">
          <span className="sr-only">Component</span>
        </th>
        <th scope="col" className="w-16">
          Share
        </th>
        <th scope="col" className="w-32">
          Per hour
        </th>
        <th scope="col" className="w-32 max-sm:hidden">
          Per month
        </th>
      </tr>
    </thead>
    <tbody>
      {parts.flatMap((part) => [
        <Line key={part.key} part={part} />,
        ...part.parts.map((inner) => <Line key={inner.key} part={inner} isInner />),
      ])}
    </tbody>
  </table>
)
