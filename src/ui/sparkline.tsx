import { sparklinePath } from './sparkline-path.ts'

type SparklineProps = {
  /** Evenly spaced; null is a gap. */
  values: readonly (number | null)[]
  max: number
  width?: number
  height?: number
}

/** A line the size of a word. Decorative: its newest figure stands in text beside it. */
export const Sparkline = ({ values, max, width = 80, height = 22 }: SparklineProps) => {
  const { line, area } = sparklinePath(values, { max, width, height: height - 2 })
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      viewBox={`0 -1 ${width} ${height}`}
      className="shrink-0 overflow-visible text-accent"
    >
      <path d={area} fill="currentColor" opacity=".1" />
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
