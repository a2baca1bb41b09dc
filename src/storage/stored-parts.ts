import type { Api } from '#api/api-context.ts'
import { createEmitter } from '#lib/emitter.ts'
import { SECOND } from '#lib/time.ts'

/** The parts of what is stored that a view can follow. */
export const storedParts = ['activity', 'ledger', 'names', 'usage', 'idle', 'counts'] as const
export type StoredPart = (typeof storedParts)[number]

export interface StoredChange {
  connectionId: string
  part: StoredPart
}

/** In place of an id, where a change concerns what is stored of all accounts. */
export const everyAccount = '*'

/** Tells what this tab has written. The app passes it on to the queries that show it, and to the other tabs. */
export const storedChanged = createEmitter<StoredChange>()

/** The queries over what is stored have keys of their own, so that reading the service anew does not read them too. */
export const storedKey = (connectionId: string, part: StoredPart, ...rest: readonly (string | number)[]) =>
  [connectionId, 'stored', part, ...rest] as const

/** Whose data it is, and what time it is. */
export type Account = Pick<Api, 'connectionId' | 'now'>

/**
 * What all reading from storage has in common: being offline does not matter, and it is read again when a tab has written (see
 * app/shell/memory.ts), when somebody comes back to the page, or when it is shown anew. What reads the database is loaded when it
 * is wanted: the first row of the fleet does without.
 */
export const fromStorage = {
  networkMode: 'always',
  retry: false,
  staleTime: SECOND,
} as const
