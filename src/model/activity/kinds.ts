import type { OperationAction } from '../instance/operation.ts'
import { isTransition, stateInfo } from '../instance/states.ts'
import type { Asked, Change } from './record.ts'

export type HappeningKind =
  'created' | 'started' | 'stopped' | 'resized' | 'renamed' | 'ports' | 'deleted' | 'failed' | 'other'

/** What a change does to what is going on: ends it, carries it on, or makes it fail. */
export type Meaning = 'end' | 'middle' | 'failure'

const kindsOfActions: Readonly<Record<string, HappeningKind>> = {
  create: 'created',
  restart: 'started',
  stop: 'stopped',
  resize: 'resized',
  rename: 'renamed',
  openPort: 'ports',
  closePort: 'ports',
  delete: 'deleted',
} satisfies Record<OperationAction, HappeningKind>

/** What is going on in a state that passes by itself. */
const kindOfTransition: Readonly<Record<string, HappeningKind>> = {
  provisioning: 'started',
  deleting: 'deleted',
  resizing: 'resized',
}

/** What has happened to an instance that is in a state now. */
export const kindOfState = (to: string): HappeningKind => {
  const { kind } = stateInfo(to)
  if (kind === 'running') return 'started'
  if (kind === 'transition') return (Object.hasOwn(kindOfTransition, to) && kindOfTransition[to]) || 'other'
  if (kind === 'stopped' || kind === 'deleted') return kind
  return kind === 'error' ? 'failed' : 'other'
}

/** What a change is, where nobody here asked for it. */
export const kindOfChange = (change: Change): HappeningKind => {
  switch (change.of) {
    case 'state':
      return kindOfState(change.to)
    case 'there':
      return stateInfo(change.state).kind === 'error' ? 'failed' : 'created'
    case 'gone':
      return 'deleted'
    case 'name':
      return 'renamed'
    case 'size':
      return 'resized'
    default:
      return 'ports'
  }
}

/** What an action is; one that nobody knows any more is something else. */
export const kindOfAction = (action: string): HappeningKind =>
  (Object.hasOwn(kindsOfActions, action) && kindsOfActions[action]) || 'other'

/** Happenings of one aspect follow one another, those of different ones run side by side. */
export const aspectOf = (kind: HappeningKind, asked: Asked | null): string => {
  if (kind === 'renamed' || kind === 'resized') return kind
  return kind === 'ports' ? `port ${asked?.port ?? ''}` : 'run'
}

/** What a change of state does to what is going on: ends it, carries it on, makes it fail, or has nothing to do with it. */
const stateMeans = (kind: HappeningKind, to: string): Meaning | null => {
  const reached = stateInfo(to).kind
  if (reached === 'transition') return kindOfState(to) === 'deleted' && kind !== 'deleted' ? null : 'middle'
  if (reached === 'error') return 'failure'
  if (kind === 'created' || kind === 'started') return reached === 'running' ? 'end' : null
  if (kind === 'stopped' || kind === 'deleted') return reached === kind ? 'end' : null
  return reached === 'deleted' ? null : 'end'
}

/** What a change does to something of a kind that is going on; `before` are the changes that it has gone through. */
export const meaningOf = (kind: HappeningKind, before: readonly Change[], change: Change): Meaning | null => {
  switch (change.of) {
    case 'state':
      return stateMeans(kind, change.to)
    case 'there':
      return kind === 'created' ? stateMeans('created', change.state) : null
    case 'gone':
      return kind === 'deleted' ? 'end' : null
    case 'size': {
      const state = before.findLast((one) => one.of === 'state')
      return state !== undefined && stateInfo(state.to).kind === 'transition' ? 'middle' : 'end'
    }
    default:
      return 'end'
  }
}

/** The aspect that a change of anything but ports belongs to. */
export const aspectOfChange = (change: Change): string => {
  const isResizing = change.of === 'state' && [change.from, change.to].includes('resizing')
  return isResizing ? 'resized' : aspectOf(kindOfChange(change), null)
}

/** Whether it goes on after a change, by its state. */
export const isPassing = (change: Change): boolean => {
  const state = change.of === 'state' ? change.to : change.of === 'there' ? change.state : null
  return state !== null && isTransition(state)
}
