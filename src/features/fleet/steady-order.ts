import type { Instance } from '#contract/instance.ts'

/**
 * The instances in the order the reader already sees, newcomers last: while a pointer, the focus or a menu rests on the list, no
 * row may move from under it. `previous` is the order on the screen, by uuid.
 */
export const steadyOrder = (previous: readonly string[], instances: readonly Instance[]): Instance[] => {
  const place = new Map(previous.map((uuid, index) => [uuid, index]))
  return instances
    .map((instance, index) => ({ instance, rank: place.get(instance.uuid) ?? previous.length + index }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ instance }) => instance)
}
