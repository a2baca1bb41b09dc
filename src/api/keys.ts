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
