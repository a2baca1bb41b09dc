import type { Instance } from '#contract/instance.ts'

import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { stateInfo } from '#model/instance/states.ts'

/** The flavor that is the same without Sentieon (API page, flavor table). */
export const plainFlavor = 'plaingenomics'

/**
 * The warning beside the price of a `genomics` instance: Sentieon is charged on top while it runs, as far as the service tells. Null for
 * any other flavor, and for one that costs nothing any more.
 */
export const sentieonNote = (instance: Instance): string | null => {
  const { kind } = stateInfo(instance.state)
  if (instance.flavor !== 'genomics' || kind === 'error' || kind === 'deleted') return null
  const fee = hourlyCost(instance).running.lines.find(({ part }) => part === 'sentieon')?.amount ?? null
  const costs = fee === null ? null : `Sentieon costs ${hourlyText({ known: fee, unknown: [] })} / h`
  if (kind === 'stopped') return `${costs ?? 'Sentieon is charged on top'} once it runs again.`
  if (costs !== null) return `${costs} while it runs.`
  if (instance.currently_running_sentieon === false)
    return `Sentieon is not running, and not charged, now; when it runs it is.`
  return instance.hourly_cost_usd === null
    ? `Sentieon is charged on top while it runs; the service does not tell how much.`
    : `Sentieon is charged while it runs; it is part of the service’s own total.`
}
