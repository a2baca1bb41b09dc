interface Row {
  mark: string
  name: number
  line: string
  tone: string
  cost: readonly [width: number, fill: string][]
}

/** Made up: what a fleet looks like, without a word or a figure that could be taken for a true one. */
const rows: readonly Row[] = [
  {
    mark: 'fill-run',
    name: 96,
    line: 'm0 14 8-3 8 2 8-5 8 3 8-4 8 5 8-2 8-4 8 3 8-5 8 4 8-3 8 2 8-4',
    tone: 'stroke-plot',
    cost: [
      [44, 'fill-part-vcpu'],
      [26, 'fill-part-ram'],
      [30, 'fill-part-gpu'],
      [8, 'fill-part-disk'],
    ],
  },
  {
    mark: 'fill-run',
    name: 74,
    line: 'm0 18 10-2 10-6 10-5 10 1 10-1 10 2 10-1 10 1 10-2 10 1 12 1',
    tone: 'stroke-plot',
    cost: [
      [40, 'fill-part-vcpu'],
      [30, 'fill-part-ram'],
      [8, 'fill-part-disk'],
    ],
  },
  {
    mark: 'fill-run',
    name: 62,
    line: 'm0 20 16-1 16 1 16-1h16l16 1 16-1 16 1',
    tone: 'stroke-lamp-bar',
    cost: [[56, 'fill-lamp-bar']],
  },
  {
    mark: 'fill-run',
    name: 84,
    line: 'm0 16 8-6 8 5 8 2 8-9 8 4 8 5 8-6 8 4 8-6 8 7 8-3 8 2 8-5 8 4',
    tone: 'stroke-plot',
    cost: [
      [22, 'fill-part-vcpu'],
      [16, 'fill-part-ram'],
      [6, 'fill-part-disk'],
    ],
  },
  { mark: 'stroke-rest', name: 70, line: '', tone: '', cost: [[8, 'fill-part-disk']] },
  { mark: 'stroke-rest', name: 54, line: '', tone: '', cost: [[5, 'fill-part-disk']] },
]

const top = 152
const height = 44

const PictureRow = ({ row: { mark, name, line, tone, cost }, y }: { row: Row; y: number }) => (
  <g transform={`translate(0 ${y})`}>
    <path d="M24 0H536" className="stroke-line" />
    <circle cx="46" cy="22" r="4.5" className={mark} strokeWidth="1.6" />
    <rect x="66" y="14" width={name} height="6" rx="3" className="fill-ink" opacity=".75" />
    <rect x="66" y="26" width={name * 0.6} height="4" rx="2" className="fill-line-strong" />
    {line !== '' && <path d={line} transform="translate(220 10)" strokeWidth="1.5" className={tone} />}
    {cost.map(([width, fill], index) => (
      <rect
        key={fill}
        x={392 + cost.slice(0, index).reduce((sum, [before]) => sum + before + 1, 0)}
        y="17"
        width={width}
        height="9"
        className={fill}
      />
    ))}
  </g>
)

/** The product in small: what all costs as one bar, and below it a line for each instance. For the eye only. */
const FleetPicture = () => (
  <svg
    aria-hidden
    viewBox="0 0 560 440"
    className="block size-full animate-fade fill-none stroke-none forced-color-adjust-none"
  >
    <rect x=".5" y=".5" width="559" height="439" rx="14" className="fill-surface stroke-line" />
    <rect x="24" y="26" width="92" height="18" rx="5" className="fill-ink" opacity=".85" />
    <rect x="124" y="34" width="34" height="7" rx="3.5" className="fill-line-strong" />
    <rect x="448" y="22" width="88" height="26" rx="6" className="fill-accent" />
    <path d="M470 35H514" strokeWidth="4" strokeLinecap="round" className="stroke-accent-ink" />
    <g>
      <rect x="24" y="64" width="180" height="14" rx="3" className="fill-plot" />
      <rect x="206" y="64" width="128" height="14" className="fill-plot" />
      <rect x="336" y="64" width="92" height="14" className="fill-lamp-bar" />
      <rect x="430" y="64" width="62" height="14" className="fill-plot" />
      <rect x="494" y="64" width="42" height="14" rx="3" className="fill-part-disk" />
    </g>
    <rect x="24.5" y="96.5" width="511" height="36" rx="8" className="fill-lamp-soft stroke-lamp-line" />
    <path d="M42 114.5H150" strokeWidth="6" strokeLinecap="round" className="stroke-lamp-ink" opacity=".7" />
    <rect x="474" y="104" width="50" height="21" rx="5" className="fill-surface stroke-line-strong" />
    <path d="M488 114.5H510" strokeWidth="4" strokeLinecap="round" className="stroke-ink-muted" />
    {rows.map((row, index) => (
      <PictureRow key={row.name} row={row} y={top + index * height} />
    ))}
  </svg>
)
export default FleetPicture
