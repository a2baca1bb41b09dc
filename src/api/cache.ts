import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

/**
 * Query keys, `[connection, resource, …]`. Usage has a root of its own, so that reading the instances again does not read it too.
 * The connection is an id of ours; the credential itself is never part of a key.
 */
export const keys = {
  all: (connectionId: string) => [connectionId] as const,
  list: (connectionId: string) => [connectionId, 'instances'] as const,
  details: (connectionId: string) => [connectionId, 'instance'] as const,
  detail: (connectionId: string, ref: string) => [connectionId, 'instance', ref] as const,
  stats: (connectionId: string, uuid: string) => [connectionId, 'stats', uuid] as const,
}

const isList = (data: unknown): data is InstanceList =>
  typeof data === 'object' && data !== null && 'instances' in data

/** Keeps the identity of every instance that did not change, wherever it now stands: one change repaints one row. */
export const shareInstances = (before: unknown, after: unknown): unknown => {
  if (!isList(before) || !isList(after)) return after
  const known = new Map(before.instances.map((instance) => [instance.uuid, instance]))
  const instances = after.instances.map((instance) => replaceEqualDeep(known.get(instance.uuid), instance))
  return replaceEqualDeep(before, { ...after, instances })
}

/**
 * Whether most of what a list had is missing from the next one, two instances at least: a service that falters for a moment says so
 * too, and it is believed when it says so twice.
 */
export const lacksMost = (before: readonly Instance[], after: readonly Instance[]): boolean => {
  const there = new Set(after.map(({ uuid }) => uuid))
  const missing = before.filter(({ uuid }) => !there.has(uuid)).length
  return missing > 1 && missing * 2 > before.length
}

/** The cached list's copy of an instance, by uuid or name; a name that a deleted one had as well means the other. */
export const findInstance = (list: InstanceList | undefined, ref: string): Instance | undefined => {
  const named = list?.instances.filter(({ uuid, name }) => uuid === ref || name === ref)
  return (
    named?.find(({ uuid }) => uuid === ref) ?? named?.find(({ state }) => state !== 'deleted') ?? named?.[0]
  )
}

/**
 * Puts a newer reading of one instance into the cached list, without making the rest of it look newer than it is. A list that is on
 * its way may not know of the change yet, and is asked for again.
 */
export const putInList = (queries: QueryClient, connectionId: string, instance: Instance): void => {
  const queryKey = keys.list(connectionId)
  const state = queries.getQueryState<InstanceList>(queryKey)
  if (state?.data === undefined) return
  const { data: list, dataUpdatedAt: updatedAt } = state
  const instances = list.instances.map((row) => (row.uuid === instance.uuid ? instance : row))
  if (!instances.includes(instance)) instances.push(instance)
  queries.setQueryData<InstanceList>(queryKey, { ...list, instances }, { updatedAt })
  if (queries.getQueryData(queryKey) !== list)
    void queries.invalidateQueries({ queryKey, fetchStatus: 'fetching' })
}

/** Puts an answered instance wherever it is shown: the list, and the details under its uuid and its name. */
export const putInstance = (queries: QueryClient, connectionId: string, instance: Instance): void => {
  putInList(queries, connectionId, instance)
  for (const ref of [instance.uuid, instance.name])
    queries.setQueryData(keys.detail(connectionId, ref), instance)
}

/** Takes a deleted instance out of the cached list. */
export const dropInstance = (queries: QueryClient, connectionId: string, uuid: string): void => {
  queries.setQueryData<InstanceList>(keys.list(connectionId), (list) =>
    list === undefined ? list : { ...list, instances: list.instances.filter((row) => row.uuid !== uuid) },
  )
}
