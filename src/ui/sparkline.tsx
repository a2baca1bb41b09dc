import { cx } from './cx.ts'

type Box = { max: number; width: number; height: number }

/** A line of fewer readings is too short to be seen as one: they are dots then. */
const fewest = 20

/** The line and the area under it, as SVG path data. A null breaks both; a lone point is a dot of the line's own width. */
export const sparklinePath = (values: readonly (number | null)[], { max, width, height }: Box) => {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const round = (value: number) => Math.round(value * 10) / 10
  // To half a pixel, which nobody sees: most readings then leave the path, and so the page, as it is.
  const y = (value: number) => Math.round((1 - Math.min(max, Math.max(0, value)) / max) * height * 2) / 2

  let line = ''
  let area = ''
  let from: number | null = null
  const close = (last: number) => {
    if (from === null) return
    if (from === last) line += 'h.01'
    else area += `L${last} ${height}L${from} ${height}Z`
    from = null
  }

  for (const [index, value] of values.entries()) {
    const x = round(index * step)
    if (value === null) close(round((index - 1) * step))
    else {
      const move = `${from === null ? 'M' : 'L'}${x} ${y(value)}`
      line += move
      area += move
      from ??= x
    }
  }
  close(round((values.length - 1) * step))
  return { line, area }
}

/** Each point of a line as a dot. */
export const dotsOf = (line: string): string =>
  line.replaceAll('h.01', '').replaceAll(/[ML]([^ML]+)/g, 'M$1h.01')

const tones = { plot: 'text-plot', lamp: 'text-lamp-bar' } as const

type SparklineProps = {
  /** Evenly spaced; null is a gap. */
  values: readonly (number | null)[]
  max: number
  tone?: keyof typeof tones
  height?: number
}

/** The box it is drawn in; it is stretched to the room there is, and its line is not. */
const width = 120

/** A line as wide as its place. Decorative: its newest figure stands in text beside it. */
export const Sparkline = ({ values, max, tone = 'plot', height = 22 }: SparklineProps) => {
  const { line, area } = sparklinePath(values, { max, width, height: height - 2 })
  const isDots = values.filter((value) => value !== null).length < fewest
  return (
    <svg
      aria-hidden
      height={height}
      viewBox={`0 -1 ${width} ${height}`}
      preserveAspectRatio="none"
      className={cx('block w-full overflow-visible', tones[tone])}
    >
      {!isDots && <path d={area} fill="currentColor" opacity=".12" />}
      <path
        d={isDots ? dotsOf(line) : line}
        fill="none"
        stroke="currentColor"
        strokeWidth={isDots ? 3 : 1.3}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
