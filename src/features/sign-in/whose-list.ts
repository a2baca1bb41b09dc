import type { QueryClient } from '@tanstack/react-query'

import { keys } from '#api/cache.ts'
import type { InstanceList } from '#contract/instance.ts'
import { rememberedBy } from '#storage/known-instances.ts'

const uuidsOf = (list: InstanceList): Set<string> => new Set(list.instances.map(({ uuid }) => uuid))
const ownersOf = (list: InstanceList): Set<string> =>
  new Set(list.instances.flatMap(({ owner_email: owner }) => (owner === null ? [] : [owner])))

const overlaps = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one))

/** What of an account is at hand: its list as last read, and what this browser remembers. */
interface Known {
  list: InstanceList | undefined
  remembered: number
  /** How many of the new list's instances are remembered of it. */
  shared: number
}

/**
 * Whether a list that a key shows is of another account than the one that is known: it has none of its instances, and nobody of it owns
 * one. Of an account that nothing is known of, nothing can be said.
 */
export const isOtherAccount = (next: InstanceList, { list, remembered, shared }: Known): boolean => {
  const before = list === undefined ? new Set<string>() : uuidsOf(list)
  if (before.size + remembered === 0) return false
  if (shared > 0 || overlaps(before, uuidsOf(next))) return false
  return list === undefined || !overlaps(ownersOf(list), ownersOf(next))
}

/** Whether the list that a new key shows is of another account than `connectionId`. Changes nothing. */
export const showsOtherAccount = async (
  queries: QueryClient,
  connectionId: string,
  next: InstanceList,
): Promise<boolean> => {
  const { all, shared } = (await rememberedBy(uuidsOf(next))).get(connectionId) ?? { all: 0, shared: 0 }
  const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
  return isOtherAccount(next, { list, remembered: all, shared })
}

/** Which of these accounts has instances of this list; those in `passed` are none of them. Null where none has, or where `id` has. */
export const accountWith = async (
  queries: QueryClient,
  next: InstanceList,
  id: string,
  here: readonly string[],
  passed: ReadonlySet<string>,
): Promise<string | null> => {
  const uuids = uuidsOf(next)
  if (uuids.size === 0) return null
  const remembered = await rememberedBy(uuids)
  const has = (account: string): boolean => {
    const list = queries.getQueryData<InstanceList>(keys.list(account))
    return (
      (remembered.get(account)?.shared ?? 0) > 0 || (list !== undefined && overlaps(uuidsOf(list), uuids))
    )
  }
  if (has(id)) return null
  return [...here, ...remembered.keys()].find((account) => !passed.has(account) && has(account)) ?? null
}
