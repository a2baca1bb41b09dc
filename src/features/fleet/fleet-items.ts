import type { Instance } from '#contract/instance.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'

/** A line of the table: an instance, or the head of a group. */
export type FleetItem = { kind: 'group'; group: FleetGroup } | { kind: 'instance'; instance: Instance }

export const itemsOf = (groups: readonly FleetGroup[], isGrouped: boolean): FleetItem[] =>
  groups.flatMap((group) => [
    ...(isGrouped ? [{ kind: 'group' as const, group }] : []),
    ...group.instances.map((instance) => ({ kind: 'instance' as const, instance })),
  ])
