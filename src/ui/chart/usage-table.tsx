import { formatClock } from '#lib/format.ts'
import { downsample, type Point } from '#lib/series.ts'

const rows = 20

type UsageTableProps = {
  caption: string
  points: readonly Point[]
  formatValue: (value: number) => string
}

/** The chart for those who cannot see it: at most twenty points, spikes and holes kept. */
export const UsageTable = ({ caption, points, formatValue }: UsageTableProps) => (
  <div className="sr-only">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {downsample(points, rows).map(({ at, value }) => (
          <tr key={at}>
            <th scope="row">{formatClock(at, 'seconds')}</th>
            <td>{value === null ? 'no data' : formatValue(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
