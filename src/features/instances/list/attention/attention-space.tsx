import { cx } from '#ui/cx.ts'

import { frame } from './frame.ts'

/** The room of so many findings, while they are not known yet. */
export const AttentionSpace = ({ rows }: { rows: number }) =>
  rows > 0 && (
    <div aria-hidden className={frame.box}>
      <div className={frame.head} />
      <div>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={cx(frame.row, frame.later)} />
        ))}
      </div>
    </div>
  )
