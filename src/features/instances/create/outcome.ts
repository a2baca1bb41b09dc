import type { ApiError } from '#api/api-error.ts'
import type { Capacity } from '#contract/errors.ts'
import type { UnplacedError } from '#forms/apply-server-errors.ts'

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

/** The same in two sentences, for where the page is not looked at any more. */
export const outcomeText = (outcome: Outcome, name: string): { title: string; detail: string } => {
  switch (outcome.kind) {
    case 'refused':
      return {
        title: `${name} was not created.`,
        detail: `${outcome.error.message} The form keeps what you typed.`,
      }
    case 'full':
      return {
        title: `${name} was not created.`,
        detail: `${outcome.capacity.message}. The form keeps what you typed.`,
      }
    case 'unknown':
      return {
        title: `It is not known whether ${name} was created.`,
        detail: 'The list of instances could not be read.',
      }
    default:
      return {
        title: `The answer was lost, and ${name} is not in the list.`,
        detail: 'As far as one can tell, nothing was created. The form keeps what you typed.',
      }
  }
}
