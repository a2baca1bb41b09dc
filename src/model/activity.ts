import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'

import { sizeText } from './instance/labels.ts'
import type { OperationRequest } from './instance/operation.ts'
import { stateInfo } from './instance/states.ts'

/** Something this browser saw happen to an instance between two readings of the fleet. */
export interface SeenChange {
  uuid: string
  name: string
  /** What happened, without the name: "is running", "was resized to 16 vCPU · 64 GiB · 500 GiB". */
  text: string
  /**
   * What of it changed and what that came to, "state exited": to know the same change by when another tab saw it, perhaps from an
   * earlier beginning.
   */
  outcome: string
}

type Change = Pick<SeenChange, 'text' | 'outcome'>

const portsText = (ports: readonly number[]): string =>
  ports.length === 0 ? 'has no open ports any more' : `has open ports ${ports.join(', ')}`

const changesOf = (before: Instance, after: Instance): Change[] => {
  const changes: Change[] = []
  const note = (outcome: string, text: string) => changes.push({ outcome, text })
  if (before.name !== after.name) note(`name ${after.name}`, `was renamed from ${before.name}`)
  if (before.state !== after.state)
    note(
      `state ${after.state}`,
      `went from ${stateInfo(before.state).phrase} to ${stateInfo(after.state).phrase}`,
    )
  if (sizeText(before) !== sizeText(after))
    note(`size ${sizeText(after)}`, `was resized from ${sizeText(before)} to ${sizeText(after)}`)
  if (before.wan_ports.join() !== after.wan_ports.join())
    note(`ports ${after.wan_ports.join()}`, portsText(after.wan_ports))
  return changes
}

/** What changed between two readings of the same account, in the order of the newer one; what is gone comes last. */
export const changesBetween = (before: readonly Instance[], after: readonly Instance[]): SeenChange[] => {
  const known = new Map(before.map((instance) => [instance.uuid, instance]))
  const present = new Set(after.map(({ uuid }) => uuid))
  const changed = after.flatMap((instance) => {
    const { uuid, name } = instance
    const former = known.get(uuid)
    if (former === instance) return []
    const changes =
      former === undefined
        ? [{ outcome: 'presence there', text: `appeared, ${stateInfo(instance.state).phrase}` }]
        : changesOf(former, instance)
    return changes.map(({ outcome, text }) => ({ uuid, name, outcome, text }))
  })
  const gone = before.filter(({ uuid }) => !present.has(uuid))
  return [
    ...changed,
    ...gone.map(({ uuid, name }) => ({
      uuid,
      name,
      outcome: 'presence gone',
      text: 'is gone from the account',
    })),
  ]
}

const sizeOf = ({ n_vcpus, mem_gib, disk_size_gib }: Omit<UpdateBody, 'name'>) => ({
  n_vcpus: n_vcpus ?? null,
  mem_gib: mem_gib ?? null,
  disk_size_gib: disk_size_gib ?? null,
  n_gpus: null,
  gpu_model: null,
})

/** What someone at this browser did, in words that follow the instance's name. */
export const operationActivity = (request: OperationRequest): string => {
  switch (request.action) {
    case 'create':
      return 'you asked for it to be created'
    case 'stop':
      return 'you asked for it to stop'
    case 'restart':
      return 'you asked for it to restart'
    case 'delete':
      return 'you deleted it'
    case 'rename':
      return `you renamed it to ${request.to}`
    case 'resize':
      return `you resized it to ${sizeText(sizeOf(request.to))}`
    default:
      return `you ${request.action === 'openPort' ? 'opened' : 'closed'} port ${request.port}`
  }
}

const aspectOf = (outcome: string): string => outcome.slice(0, outcome.indexOf(' '))

/**
 * Whether a change is the newest of its kind among what was seen already of the same time, oldest first: then another tab has
 * told of it.
 */
export const isReportedAlready = (
  { uuid, outcome }: Pick<SeenChange, 'uuid' | 'outcome'>,
  reported: readonly Pick<SeenChange, 'uuid' | 'outcome'>[],
): boolean =>
  reported.findLast((one) => one.uuid === uuid && aspectOf(one.outcome) === aspectOf(outcome))?.outcome ===
  outcome
