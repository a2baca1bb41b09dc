import type { EndpointName } from '#contract/routes.ts'
import type { Instance } from '#contract/instance.ts'

import { sizeText } from './labels.ts'
import { stateInfo } from './states.ts'

/** Something this browser saw happen to an instance between two readings of the fleet. */
export interface SeenChange {
  uuid: string
  name: string
  /** What happened, without the name: "is running", "was resized to 16 vCPU · 64 GiB · 500 GiB". */
  text: string
}

const changesOf = (before: Instance, after: Instance): string[] => [
  ...(before.name === after.name ? [] : [`was renamed from ${before.name}`]),
  ...(before.state === after.state
    ? []
    : [`went from ${stateInfo(before.state).phrase} to ${stateInfo(after.state).phrase}`]),
  ...(sizeText(before) === sizeText(after)
    ? []
    : [`was resized from ${sizeText(before)} to ${sizeText(after)}`]),
  ...(before.wan_ports.join() === after.wan_ports.join()
    ? []
    : [
        after.wan_ports.length === 0
          ? 'has no open ports any more'
          : `has open ports ${after.wan_ports.join(', ')}`,
      ]),
]

/** What changed between two readings of the same account, in the order of the newer one; what is gone comes last. */
export const changesBetween = (before: readonly Instance[], after: readonly Instance[]): SeenChange[] => {
  const known = new Map(before.map((instance) => [instance.uuid, instance]))
  const present = new Set(after.map(({ uuid }) => uuid))
  const changed = after.flatMap((instance) => {
    const { uuid, name } = instance
    const former = known.get(uuid)
    if (former === instance) return []
    const texts =
      former === undefined ? [`appeared, ${stateInfo(instance.state).phrase}`] : changesOf(former, instance)
    return texts.map((text) => ({ uuid, name, text }))
  })
  const gone = before.filter(({ uuid }) => !present.has(uuid))
  return [...changed, ...gone.map(({ uuid, name }) => ({ uuid, name, text: 'is gone from the account' }))]
}

const actTexts: Partial<Record<EndpointName, string>> = {
  create: 'you asked for it to be created',
  update: 'you changed its name or size',
  stop: 'you asked for it to stop',
  restart: 'you asked for it to restart',
  delete: 'you deleted it',
  addPort: 'you opened a port',
  removePort: 'you closed a port',
}

/** What someone at this browser did, in words that follow the instance's name. */
export const actText = (act: EndpointName): string => actTexts[act] ?? act
