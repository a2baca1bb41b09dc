import { formatCount, formatGib } from '#lib/format.ts'

import { environmentLabel } from '../instance/flavors.ts'
import { stateInfo } from '../instance/states.ts'
import type { Asked, Change, Environment, RecordedSize } from './record.ts'

/** What a title is made of. */
export interface Told {
  asked: Asked | null
  changes: readonly Change[]
  /** The words of an entry from before there was more to tell. */
  text: string | null
  isFailure: boolean
  isOpen: boolean
  environment: Environment | null
}

const step = (from: number | null, to: number | null, unit: string): string | null =>
  from === to || to === null
    ? null
    : `${from === null ? '?' : formatCount(from)} → ${formatCount(to)} ${unit}`

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

const stateTitle = (from: string, to: string): string => {
  const { kind, word, phrase } = stateInfo(to)
  if (kind === 'error')
    return stateInfo(from).kind === 'transition' ? `Failed while ${stateInfo(from).phrase}` : word
  if (kind !== 'running') return word
  return stateInfo(from).kind === 'stopped'
    ? 'Restarted'
    : `Running, was ${phrase === 'running' ? stateInfo(from).phrase : phrase}`
}

const changeTitle = (change: Change, environment: Environment | null): string => {
  switch (change.of) {
    case 'state':
      return stateTitle(change.from, change.to)
    case 'there':
      return [
        stateInfo(change.state).kind === 'transition' ? 'Created' : 'Appeared',
        environment === null ? null : environmentLabel(environment),
        change.size.n_vcpus === null ? null : `${formatCount(change.size.n_vcpus)} vCPU`,
        change.size.mem_gib === null ? null : formatGib(change.size.mem_gib),
      ]
        .filter((part) => part !== null)
        .join(' · ')
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

const nouns: Readonly<Record<string, string>> = {
  create: 'Create',
  stop: 'Stop',
  restart: 'Restart',
  resize: 'Resize',
  rename: 'Rename',
  delete: 'Delete',
}

const nounOf = ({ action, port }: Asked): string =>
  port === undefined
    ? (Object.hasOwn(nouns, action) && nouns[action]) || action
    : `${action === 'openPort' ? 'Open' : 'Close'} ${port}`

const refusedTitle = (asked: Asked, status: number): string =>
  status === 0 ? `${nounOf(asked)}: no answer` : `${nounOf(asked)} refused (${status})`

const going: Readonly<Record<string, string>> = {
  create: 'Creating',
  stop: 'Stopping',
  restart: 'Restarting',
  resize: 'Resizing',
  delete: 'Deleting',
}
const done: Readonly<Record<string, string>> = {
  create: 'Created',
  stop: 'Stopped',
  restart: 'Restarted',
  resize: 'Resized',
  delete: 'Deleted',
}

const wordOf = (words: Readonly<Record<string, string>>, { action }: Asked): string | null =>
  (Object.hasOwn(words, action) && words[action]) || null

const askedTitle = (asked: Asked, isOpen: boolean, isSeen: boolean): string => {
  const { action, to, port } = asked
  if (action === 'rename') return `Renamed to ${to ?? ''}`
  if (port !== undefined) return `${action === 'openPort' ? 'Opened' : 'Closed'} ${port}`
  if (isOpen) return wordOf(going, asked) ?? nounOf(asked)
  return (isSeen ? wordOf(done, asked) : null) ?? `${nounOf(asked)} asked for`
}

const failedWhile: Readonly<Record<string, string>> = {
  create: 'starting',
  restart: 'restarting',
  stop: 'stopping',
  resize: 'being resized',
  delete: 'being deleted',
}

/** What a happening is called, from what was asked for and what was seen of it. */
export const titleOf = ({ asked, changes, text, isFailure, isOpen, environment }: Told): string => {
  if (text !== null) return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  if (asked?.refused !== undefined) return refusedTitle(asked, asked.refused)
  const told = changes.find(({ of }) => of === 'size' || of === 'name' || of === 'there')
  if (asked !== null && isFailure) return `Failed while ${wordOf(failedWhile, asked) ?? 'it changed'}`
  if (told !== undefined && (asked === null || told.of !== 'there')) {
    const error = changes.findLast((change) => change.of === 'state' && stateInfo(change.to).kind === 'error')
    return isFailure && error !== undefined ? changeTitle(error, environment) : changeTitle(told, environment)
  }
  if (asked !== null) {
    const there = changes.find(({ of }) => of === 'there')
    return there === undefined
      ? askedTitle(asked, isOpen, changes.length > 0)
      : changeTitle(there, environment).replace('Appeared', 'Created')
  }
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  // From the beginning of the first step to the end of the last one.
  return first.of === 'state' && last.of === 'state' && !isOpen && !isFailure
    ? stateTitle(first.from, last.to)
    : changeTitle(last, environment)
}
