import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { billing } from '#model/pricing/billing.ts'
import { gpuText, tierLabel } from '#model/instance/labels.ts'

/** What is worth a second line under an instance's size: what is (not) billed, its GPU, its open ports, or its CPU tier. */
export const secondLine = (instance: Instance): string => {
  const { compute, storage } = billing(instance.state)
  if (storage === 'no') return 'not billed'
  if (compute === 'no') return 'storage only'
  const gpu = gpuText(instance)
  if (gpu !== null) return gpu
  const ports = instance.wan_ports
  if (ports.length > 4) return `${formatCount(ports.length)} open ports`
  if (ports.length > 0) return `ports ${ports.join(', ')}`
  return tierLabel(instance.cpu_tier)?.toLowerCase() ?? 'CPU tier not known'
}
