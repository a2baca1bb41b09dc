/** How an area is filled. Told apart by pattern as well as by colour, on paper and with forced colours too. */
export type Fill = 'solid' | 'soft' | 'grey' | 'hatch' | 'dots' | 'hollow'

type FillDefsProps = { id: string }

/** The patterns behind `FilledRect`, once in each drawing. */
export const FillDefs = ({ id }: FillDefsProps) => (
  <defs>
    <pattern
      id={`${id}-hatch`}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0h5v5H0Z" className="fill-rest opacity-25 forced-colors:opacity-0" />
      <path d="M1 0v5" className="stroke-rest" strokeWidth="1.6" />
    </pattern>
    <pattern id={`${id}-dots`} width="4" height="4" patternUnits="userSpaceOnUse">
      <path d="M0 0h4v4H0Z" className="fill-accent opacity-15 forced-colors:opacity-0" />
      <circle cx="2" cy="2" r="1" className="fill-accent" />
    </pattern>
  </defs>
)

const plain: Partial<Record<Fill, string>> = {
  solid: 'fill-accent',
  soft: 'fill-accent opacity-50',
  grey: 'fill-ink-muted',
}

type FilledRectProps = {
  fill: Fill
  /** That of the `FillDefs` in the same drawing. */
  id: string
  x?: string
  y?: string
  width: string
  height: string
}

/** A rectangle in one of the fills. */
export const FilledRect = ({ fill, id, ...place }: FilledRectProps) => {
  const className = plain[fill]
  if (className !== undefined) return <rect {...place} className={className} />
  if (fill === 'hollow')
    return <rect {...place} className="fill-transparent stroke-line-strong" strokeWidth="2" />
  return <rect {...place} fill={`url(#${id}-${fill})`} />
}
