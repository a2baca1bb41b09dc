import type { ApiError } from '#api/api-error.ts'

interface Failure {
  title: string
  detail: string
}

/**
 * What to tell about an act that failed: what was not done, why, and what next. `notDone` says what did not happen ("rna-atlas was
 * not stopped"), `unknown` what one cannot know when the answer was lost ("whether rna-atlas was stopped").
 */
export const actFailure = (
  error: ApiError,
  { notDone, unknown }: { notDone: string; unknown: string },
): Failure =>
  error.outcomeUnknown
    ? {
        title: `It is not known ${unknown}.`,
        detail: `${error.message} The page is reading the instance again; look at it before you repeat this.`,
      }
    : { title: `${notDone}.`, detail: [error.message, ...Object.values(error.fields).flat()].join(' ') }

/** The same for an act on a whole instance, from its participle: "stopped". */
export const instanceFailure = (error: ApiError, name: string, done: string): Failure =>
  actFailure(error, { notDone: `${name} was not ${done}`, unknown: `whether ${name} was ${done}` })
