import type { Instance } from '#contract/instance.ts'

import type { OperationRequest } from '../instance/operation.ts'
import { costChange, hourlyCost, type Total } from '../pricing/cost.ts'
import type { Asked, Change, RecordedSize, RecordEntry } from './record.ts'

/** Something that this browser saw happen to an instance between two readings of the fleet. */
export type SeenChange = Pick<RecordEntry, 'name' | 'effect' | 'environment'> & {
  uuid: string
  change: Change
  /**
   * What of it changed and what that came to, "state exited": to know the same change by when another tab saw it, perhaps from an
   * earlier beginning.
   */
  outcome: string
}

const sizeOf = ({ n_vcpus, mem_gib, disk_size_gib }: Instance): RecordedSize => ({
  n_vcpus,
  mem_gib,
  disk_size_gib,
})

const sizeKey = ({ n_vcpus, mem_gib, disk_size_gib }: RecordedSize): string =>
  [n_vcpus, mem_gib, disk_size_gib].join('/')

const changesOf = (before: Instance, after: Instance): { outcome: string; change: Change }[] => {
  const changes: { outcome: string; change: Change }[] = []
  const note = (outcome: string, change: Change) => changes.push({ outcome, change })
  if (before.name !== after.name)
    note(`name ${after.name}`, { of: 'name', from: before.name, to: after.name })
  if (before.state !== after.state)
    note(`state ${after.state}`, { of: 'state', from: before.state, to: after.state })
  const size = { from: sizeOf(before), to: sizeOf(after) }
  if (sizeKey(size.from) !== sizeKey(size.to)) note(`size ${sizeKey(size.to)}`, { of: 'size', ...size })
  const opened = after.wan_ports.filter((port) => !before.wan_ports.includes(port))
  const closed = before.wan_ports.filter((port) => !after.wan_ports.includes(port))
  if (opened.length + closed.length > 0)
    note(`ports ${after.wan_ports.join()}`, { of: 'ports', opened, closed })
  return changes
}

const nothing: Total = { known: 0n, unknown: [], assumed: false }
const priceNow = (instance: Instance | undefined): Total =>
  instance === undefined ? nothing : hourlyCost(instance).now

/** What the price per hour became by it, in the form of the record; nothing where it stayed. */
const effectOf = (before: Instance | undefined, after: Instance | undefined) => {
  const { known, unknown } = costChange(priceNow(before), priceNow(after))
  return known === 0n && unknown.length === 0 ? undefined : { known: `${known}`, unknown: [...unknown] }
}

const environmentOf = ({ flavor, resource_type, distro }: Instance) => ({ flavor, resource_type, distro })

/** What changed between two readings of the same account, in the order of the newer one; what is gone comes last. */
export const changesBetween = (before: readonly Instance[], after: readonly Instance[]): SeenChange[] => {
  const known = new Map(before.map((instance) => [instance.uuid, instance]))
  const present = new Set(after.map(({ uuid }) => uuid))
  const changed = after.flatMap((instance) => {
    const { uuid, name } = instance
    const former = known.get(uuid)
    if (former === instance) return []
    const changes: { outcome: string; change: Change }[] =
      former === undefined
        ? [
            {
              outcome: 'presence there',
              change: { of: 'there', state: instance.state, size: sizeOf(instance) },
            },
          ]
        : changesOf(former, instance)
    // Once, however much of it changed in one reading: where the price comes from.
    const priced = Math.max(
      0,
      changes.findIndex(({ change: { of } }) => of === 'state' || of === 'size'),
    )
    return changes.map(({ outcome, change }, index) => ({
      uuid,
      name,
      outcome,
      change,
      environment: environmentOf(instance),
      effect: index === priced ? effectOf(former, instance) : undefined,
    }))
  })
  const gone = before.filter(({ uuid }) => !present.has(uuid))
  return [
    ...changed,
    ...gone.map((instance) => ({
      uuid: instance.uuid,
      name: instance.name,
      outcome: 'presence gone',
      change: { of: 'gone' } as const,
      environment: environmentOf(instance),
      effect: effectOf(instance, undefined),
    })),
  ]
}

/** What somebody at this browser asked for, in the form of the record. `refused` is the HTTP status of an error, 0 for no answer. */
export const askedOf = (request: OperationRequest, refused?: number): Asked => ({
  action: request.action,
  ...('port' in request ? { port: request.port } : {}),
  ...(request.action === 'rename' ? { to: request.to } : {}),
  ...(request.action === 'create' && request.prefill !== undefined ? { prefill: request.prefill } : {}),
  ...(refused === undefined ? {} : { refused }),
})

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
