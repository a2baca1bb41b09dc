import type { LiveState, PageState } from '#contract/vocabulary.ts'
import { readable } from '#lib/text.ts'

/** What a state means to a person; each kind has its own mark. */
export const stateKinds = ['running', 'transition', 'stopped', 'error', 'deleted', 'unknown'] as const
export type StateKind = (typeof stateKinds)[number]

export interface StateInfo {
  kind: StateKind
  /** One word for a table cell: "Running", "Starting". */
  word: string
  /** The word within a sentence: "this one is {phrase}". */
  phrase: string
  /** What the API page says of it, or what we know of a state that is not on the page. */
  description: string
}

const info = (
  kind: StateKind,
  word: string,
  description: string,
  phrase = word.toLowerCase(),
): StateInfo => ({
  kind,
  word,
  phrase,
  description,
})

const undocumented = 'not described on the API page, so what it costs is not known for sure'

/** The state table of the API page, then the states the live service sends beside it. */
const known: Record<PageState | LiveState, StateInfo> = {
  provisioning: info('transition', 'Starting', 'Being created'),
  running: info('running', 'Running', 'Active and accessible'),
  shut_off: info('stopped', 'Stopped', 'VM stopped; its disk is kept'),
  exited: info('stopped', 'Stopped', 'Container stopped; its disk is kept'),
  error: info('error', 'Error', 'Something went wrong', 'in error'),
  deleted: info('deleted', 'Deleted', 'Permanently removed'),
  idle: info('running', 'Idle', `Running with nothing to do; ${undocumented}`),
  lost: info('error', 'Lost', `The service has lost touch with it; ${undocumented}`),
  unhealthy: info('error', 'Unhealthy', `It runs but fails its health check; ${undocumented}`),
  migrating: info('transition', 'Migrating', `Moving to another host; ${undocumented}`, 'being moved'),
  cloning: info('transition', 'Cloning', `Being copied; ${undocumented}`, 'being copied'),
  resizing: info('transition', 'Resizing', `Changing its size; ${undocumented}`, 'being resized'),
  deleting: info('transition', 'Deleting', `Being removed; ${undocumented}`, 'being deleted'),
}
const infos = new Map<string, StateInfo>(Object.entries(known))

const unknownState = (state: string): StateInfo =>
  info('unknown', readable(state), `A state that is ${undocumented}`, `in the state “${state}”`)

/** What a state means. Never fails: a state nobody told us of keeps its own word. */
export const stateInfo = (state: string): StateInfo => infos.get(state) ?? unknownState(state)

/** Whether the state passes by itself, so that it pays to poll fast. */
export const isTransition = (state: string): boolean => stateInfo(state).kind === 'transition'
