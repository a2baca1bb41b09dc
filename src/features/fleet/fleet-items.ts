import type { Instance } from '#contract/instance.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'

/** A line of the table: an instance, or the head of a group. */
export type FleetItem = { kind: 'group'; group: FleetGroup } | { kind: 'instance'; instance: Instance }

/** The lines of the table: without heads where there is one group of all, and without the instances of the folded ones. */
export const itemsOf = (
  groups: readonly FleetGroup[],
  isGrouped: boolean,
  folded: ReadonlySet<string>,
): FleetItem[] =>
  groups.flatMap((group) => [
    ...(isGrouped ? [{ kind: 'group' as const, group }] : []),
    ...(isGrouped && folded.has(group.key) ? [] : group.instances).map((instance) => ({
      kind: 'instance' as const,
      instance,
    })),
  ])
