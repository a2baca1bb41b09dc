import { compareNatural } from '#lib/text.ts'

/**
 * The words a filter offers: the known ones, then those the fleet has besides, then those now filtered by, so that a filter can
 * always be taken off again.
 */
export const facetWords = (
  known: readonly string[],
  seen: Iterable<string | null>,
  selected: readonly string[],
): string[] => {
  const extra = new Set([...seen, ...selected].filter((word) => word !== null))
  return [...known, ...[...extra].filter((word) => !known.includes(word)).toSorted(compareNatural)]
}
