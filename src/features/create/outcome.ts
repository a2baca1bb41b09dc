import type { ApiError } from '#api/api-error.ts'
import type { Capacity } from '#contract/errors.ts'
import type { UnplacedError } from './inputs/apply-server-errors.ts'
import type { Operation } from '#operations/operation.ts'

/** What came of a create that did not simply succeed. */
export type Outcome =
  | { kind: 'refused'; error: ApiError; unplaced: UnplacedError[] }
  | { kind: 'full'; capacity: Capacity }
  /** The answer was lost, and the list is being read. */
  | { kind: 'looking'; name: string; isOffline: boolean }
  /** The answer was lost, and the list does not have the name. */
  | { kind: 'absent'; name: string; error: ApiError }
  /** It would take the list to tell, and that could not be read. */
  | { kind: 'unknown'; name: string; error: ApiError; lookUpError: ApiError }

/** The outcome of an answered create; null for one that was accepted. `unplaced` are the messages that belong to no field. */
export const outcomeOf = (
  { request: { name }, error, lookUp }: Operation,
  unplaced: UnplacedError[],
): Outcome | null => {
  if (error === null) return null
  if (lookUp?.status === 'absent') return { kind: 'absent', name, error }
  if (lookUp?.status === 'failed') return { kind: 'unknown', name, error, lookUpError: lookUp.error }
  return error.capacity === null
    ? { kind: 'refused', error, unplaced }
    : { kind: 'full', capacity: error.capacity }
}
