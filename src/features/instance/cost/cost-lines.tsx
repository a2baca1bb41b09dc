import type { Instance } from '#contract/instance.ts'
import { formatCount, formatGib, formatRate } from '#lib/format.ts'
import type { Breakdown, CostLine, CostPart } from '#model/pricing/cost.ts'
import { gpuText } from '#model/instance/labels.ts'

const label = (line: CostLine, instance: Instance): string => {
  const { part, quantity } = line
  const words: Record<CostPart, () => string> = {
    vcpu: () => (quantity === null ? 'vCPU' : `${formatCount(quantity)} vCPU`),
    ram: () => (quantity === null ? 'Memory' : `${formatGib(quantity)} memory`),
    storage: () => (quantity === null ? 'Disk' : `${formatGib(quantity)} disk`),
    gpu: () => gpuText(instance) ?? 'GPU',
    sentieon: () => 'Sentieon',
    other: () => 'Other (such as Sentieon)',
  }
  return words[part]()
}

/** The lines of a price per hour. Amounts are written in full, so that they add up to the total to the last digit. */
export const CostLines = ({ breakdown, instance }: { breakdown: Breakdown; instance: Instance }) => (
  <>
    {breakdown.lines.map((line) => (
      <div key={line.part} className="flex justify-between gap-3 py-[5px]">
        <dt>
          {label(line, instance)}
          {line.quantity !== null && (
            <span className="text-ink-muted">
              {line.rate === null ? ' × unknown rate' : ` × ${formatRate(line.rate)}`}
            </span>
          )}
        </dt>
        <dd>{line.amount === null ? 'unknown' : formatRate(line.amount)}</dd>
      </div>
    ))}
  </>
)
