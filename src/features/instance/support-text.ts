import type { Instance } from '#contract/instance.ts'
import { isoText, parseTimestamp } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { sizeText, tierLabel, typeLabel } from '#model/instance/labels.ts'

/** What support needs to find the instance and what became of it: no password, no address, no key. `now` in ms since the epoch. */
export const supportText = (instance: Instance, happenings: readonly Happening[], now: number): string => {
  const { uuid, name, state, flavor, resource_type: type, cpu_tier: tier, host } = instance
  const created = parseTimestamp(instance.created_at)
  const facts = [
    ['name', name],
    ['uuid', uuid],
    ['state', state],
    ['type', typeLabel(type)],
    ['flavor', flavor],
    ['size', sizeText(instance)],
    ['tier', tierLabel(tier)],
    ['GPU', instance.gpu_model],
    ['host', host],
    ['created', created === null ? instance.created_at : isoText(created)],
    ['looked at', isoText(now)],
  ].flatMap(([term, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${term}: ${value}`],
  )
  const seen = happenings
    .filter((happening) => happening.uuid === uuid)
    .slice(0, 10)
    .map(
      ({ at, title, took }) =>
        `${isoText(at)} ${title}${took === null ? '' : ` (${Math.round(took / 1000)} s)`}`,
    )
  return [...facts, ...(seen.length === 0 ? [] : ['', 'seen:', ...seen])].join('\n')
}
