import { formatCount, formatGib } from '#lib/format.ts'

import { environmentLabel } from '../instance/flavors.ts'
import type { OperationAction } from '../instance/operation.ts'
import { stateInfo } from '../instance/states.ts'
import { billing } from '../pricing/cost.ts'
import type { Asked, Change, Environment, RecordedSize } from './record.ts'

/** What a title is made of. */
export interface TitledHappening {
  asked: Asked | null
  changes: readonly Change[]
  /** The words of an entry from before there was more to tell. */
  text: string | null
  isFailure: boolean
  isOpen: boolean
  environment: Environment | null
}

const NBSP = '\u00a0'

const step = (from: number | null, to: number | null, unit: string): string | null =>
  from === to || to === null
    ? null
    : `${from === null ? '?' : formatCount(from)} → ${formatCount(to)}${NBSP}${unit}`

/** "8 → 16 vCPU, 32 → 64 GiB": what of a size is another now. */
const sizeTitle = (from: RecordedSize, to: RecordedSize): string =>
  [
    step(from.n_vcpus, to.n_vcpus, 'vCPU'),
    step(from.mem_gib, to.mem_gib, 'GiB'),
    step(from.disk_size_gib, to.disk_size_gib, 'GiB disk'),
  ]
    .filter((part) => part !== null)
    .join(', ')

const listed = (verb: string, ports: readonly number[]): string | null =>
  ports.length === 0 ? null : `${verb} ${ports.join(', ')}`

/** ", not billed" for a state that the API page says is not. */
const unbilled = (state: string): string => {
  const { compute, storage } = billing(state)
  return compute === 'no' && storage === 'no' ? ', not billed' : ''
}

const stateTitle = (from: string, to: string): string => {
  const { kind, word, phrase } = stateInfo(to)
  if (kind === 'error')
    return `${stateInfo(from).kind === 'transition' ? `Failed while ${stateInfo(from).phrase}` : word}${unbilled(to)}`
  if (kind !== 'running') return word
  return stateInfo(from).kind === 'stopped'
    ? 'Restarted'
    : `Running, was ${phrase === 'running' ? stateInfo(from).phrase : phrase}`
}

type There = Extract<Change, { of: 'there' }>

/** "Created and running · Marimo, 4 vCPU, 16 GiB". */
const madeTitle = (verb: string, { size }: There, environment: Environment | null): string => {
  const facts = [
    environment === null ? null : environmentLabel(environment),
    size.n_vcpus === null ? null : `${formatCount(size.n_vcpus)}${NBSP}vCPU`,
    size.mem_gib === null ? null : formatGib(size.mem_gib),
  ].filter((part) => part !== null)
  return facts.length === 0 ? verb : `${verb} · ${facts.join(', ')}`
}

/** Created here or elsewhere, as far as it was seen to come. */
const createdTitle = (there: There, { asked, changes, environment }: TitledHappening): string => {
  const last = changes.findLast((change) => change.of === 'state')?.to ?? there.state
  const isRunning = stateInfo(last).kind === 'running'
  // One that runs when it is first seen, and that nobody here asked for, may be any age.
  const isMade = asked !== null || stateInfo(there.state).kind === 'transition'
  return isMade
    ? madeTitle(isRunning ? 'Created and running' : 'Created', there, environment)
    : changeTitle(there, environment)
}

const changeTitle = (change: Change, environment: Environment | null): string => {
  switch (change.of) {
    case 'state':
      return stateTitle(change.from, change.to)
    case 'there':
      return madeTitle(
        stateInfo(change.state).kind === 'transition' ? 'Created' : 'Appeared',
        change,
        environment,
      )
    case 'gone':
      return 'Gone from the account'
    case 'name':
      return `Renamed from ${change.from}`
    case 'size':
      return sizeTitle(change.from, change.to)
    default:
      return [listed('Opened', change.opened), listed('Closed', change.closed)]
        .filter((part) => part !== null)
        .join(', ')
  }
}

interface ActionWords {
  /** As it was asked for: "Stop asked for", "Stop refused (422)". */
  noun: string
  going: string
  done: string
  /** "Failed while …". */
  failing: string
}

const words: Readonly<Record<string, ActionWords>> = {
  create: { noun: 'Create', going: 'Creating', done: 'Created', failing: 'starting' },
  stop: { noun: 'Stop', going: 'Stopping', done: 'Stopped', failing: 'stopping' },
  restart: { noun: 'Restart', going: 'Restarting', done: 'Restarted', failing: 'restarting' },
  resize: { noun: 'Resize', going: 'Resizing', done: 'Resized', failing: 'being resized' },
  rename: { noun: 'Rename', going: 'Renaming', done: 'Renamed', failing: 'being renamed' },
  delete: { noun: 'Delete', going: 'Deleting', done: 'Deleted', failing: 'being deleted' },
  openPort: { noun: 'Open', going: 'Opening', done: 'Opened', failing: 'a port was opened' },
  closePort: { noun: 'Close', going: 'Closing', done: 'Closed', failing: 'a port was closed' },
} satisfies Record<OperationAction, ActionWords>

/** An action that nobody knows any more keeps its own word. */
const wordsOf = ({ action }: Asked): ActionWords =>
  (Object.hasOwn(words, action) ? words[action] : undefined) ?? {
    noun: action,
    going: action,
    done: action,
    failing: 'it changed',
  }

const nounOf = (asked: Asked): string => {
  const { noun } = wordsOf(asked)
  return asked.port === undefined ? noun : `${noun} ${asked.port}`
}

const rejectedTitle = (asked: Asked, status: number): string =>
  status === 0 ? `${nounOf(asked)}: no answer` : `${nounOf(asked)} refused (${status})`

const askedTitle = (asked: Asked, isOpen: boolean, isSeen: boolean): string => {
  const { going, done } = wordsOf(asked)
  const about =
    asked.to === undefined ? (asked.port === undefined ? '' : ` ${asked.port}`) : ` to ${asked.to}`
  if (isOpen) return `${going}${about}`
  return isSeen ? `${done}${about}` : `${nounOf(asked)} asked for`
}

const failureTitle = ({ asked, changes, environment }: TitledHappening): string => {
  const error = changes.findLast((change) => change.of === 'state' && stateInfo(change.to).kind === 'error')
  const state = error?.of === 'state' ? error.to : null
  if (asked !== null) return `Failed while ${wordsOf(asked).failing}${state === null ? '' : unbilled(state)}`
  const shown = error ?? changes.at(-1)
  return shown === undefined ? '' : changeTitle(shown, environment)
}

/** What a happening is called, from what was asked for and what was seen of it. */
export const titleOf = (happening: TitledHappening): string => {
  const { asked, changes, text, isFailure, isOpen, environment } = happening
  if (text !== null) return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  const isLost = asked?.refused === 0 && changes.length > 0
  if (asked?.refused !== undefined && !isLost) return rejectedTitle(asked, asked.refused)
  if (isFailure) return failureTitle(happening)
  const there = changes.find((change) => change.of === 'there')
  if (there !== undefined) return createdTitle(there, happening)
  const said = changes.find(({ of }) => of === 'size' || of === 'name')
  if (said !== undefined) return changeTitle(said, environment)
  if (asked !== null) return askedTitle(asked, isOpen, changes.length > 0)
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  // From the beginning of the first step to the end of the last one.
  return first.of === 'state' && last.of === 'state' && !isOpen
    ? stateTitle(first.from, last.to)
    : changeTitle(last, environment)
}
