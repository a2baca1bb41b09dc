/**
 * Query keys: `[connection, 'instance', ref, …]`. The list is a prefix of its details, so one invalidation reaches all of them.
 * The connection is an id of ours; the credential itself is never part of a key.
 */
export const keys = {
  all: (connectionId: string) => [connectionId] as const,
  list: (connectionId: string) => [connectionId, 'instance'] as const,
  detail: (connectionId: string, ref: string) => [connectionId, 'instance', ref] as const,
  stats: (connectionId: string, ref: string) => [connectionId, 'instance', ref, 'stats'] as const,
}
