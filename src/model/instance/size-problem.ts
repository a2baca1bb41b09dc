import { sizeLimits, type SizeField } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { wholeNumber } from '#lib/typed.ts'

const labels: Record<SizeField, string> = { n_vcpus: 'vCPUs', mem_gib: 'Memory', disk_size_gib: 'Disk' }
const units: Record<SizeField, string> = { n_vcpus: '', mem_gib: ' GiB', disk_size_gib: ' GiB' }

/** What is wrong with a typed size, in one sentence; null when it is within the limits of the API page. */
export const sizeProblem = (
  field: SizeField,
  text: string,
  limits: { min: number; max: number } = sizeLimits[field],
): string | null => {
  const value = wholeNumber(text)
  const range = `${formatCount(limits.min)} to ${formatCount(limits.max)}${units[field]}`
  if (value === null) return `${labels[field]}: enter a whole number, ${range}.`
  return value < limits.min || value > limits.max ? `${labels[field]} can be ${range}.` : null
}
