import { useId } from 'react'

import { type Fill, FillDefs, FilledRect } from '#ui/fill.tsx'

type Segment = {
  key: string
  fill: Fill
  /** Any measure, not below 0; the bar shows each as its part of their sum. */
  size: number
}

/** What a whole is made of, in one bar. For the eye only: each segment is named and counted beside it, with its swatch. */
export const StackedBar = ({ segments }: { segments: readonly Segment[] }) => {
  const id = useId()
  const whole = segments.reduce((sum, { size }) => sum + size, 0)
  const placed = segments.map((segment, index) => ({
    ...segment,
    start: segments.slice(0, index).reduce((sum, { size }) => sum + size, 0) / whole,
    share: segment.size / whole,
  }))
  return (
    <svg aria-hidden width="100%" height="12" className="block rounded-sm bg-sunken">
      <FillDefs id={id} />
      {whole > 0 &&
        placed.map(({ key, fill, start, share }) => (
          <FilledRect
            key={key}
            id={id}
            fill={fill}
            x={`${start * 100}%`}
            width={`${share * 100}%`}
            height="100%"
          />
        ))}
      {placed.slice(1).map(({ key, start }) => (
        <line
          key={key}
          x1={`${start * 100}%`}
          x2={`${start * 100}%`}
          y2="100%"
          className="stroke-surface"
          strokeWidth="2"
        />
      ))}
    </svg>
  )
}

/** The fill of a segment beside its name. */
export const Swatch = ({ fill }: { fill: Fill }) => {
  const id = useId()
  return (
    <svg aria-hidden width="10" height="10" className="inline-block shrink-0 rounded-[2px]">
      <FillDefs id={id} />
      <FilledRect id={id} fill={fill} width="100%" height="100%" />
    </svg>
  )
}

/** A share, 0 to 1, for a table cell; empty where it has no meaning. */
export const ShareBar = ({ share }: { share: number | null }) => (
  <svg aria-hidden width="100%" height="6" className="block rounded-full bg-sunken">
    {share !== null && (
      <rect width={`${Math.min(1, share) * 100}%`} height="100%" rx="3" className="fill-accent opacity-70" />
    )}
  </svg>
)
