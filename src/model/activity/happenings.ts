import { HOUR, SECOND } from '#lib/time.ts'

import { stateInfo } from '../instance/states.ts'
import { type Amount, costParts } from '../pricing/cost.ts'
import { titleOf, type Told } from './happening-title.ts'
import type { Asked, Change, Environment, RecordEntry } from './record.ts'

export const happeningKinds = [
  'created',
  'started',
  'stopped',
  'resized',
  'renamed',
  'ports',
  'deleted',
  'failed',
  'other',
] as const
export type HappeningKind = (typeof happeningKinds)[number]

/** Something that happened to an instance, from what was asked for to what came of it, as one entry. */
export interface Happening {
  key: string
  /** When it was asked for, or first seen (ms since the epoch). */
  at: number
  uuid: string | null
  name: string
  kind: HappeningKind
  /** Somebody at this browser asked for it. */
  isOwn: boolean
  /** "Stopped", "8 → 16 vCPU", "Failed while starting". */
  title: string
  /** It has begun, and nobody has seen its end yet. */
  isOpen: boolean
  /** How long it took, in ms; null where that is not known. */
  took: number | null
  /** What it made of the price per hour; null where it changed nothing, or nobody saw it. */
  effect: Amount | null
  environment: Environment | null
  /** The S3 path that it was filled from. */
  prefill: string | null
}

/** A happening while it is put together. */
interface Draft extends Omit<Happening, 'title' | 'key'>, Pick<Told, 'asked' | 'text'> {
  changes: Change[]
}

const kindOfAction: Readonly<Record<string, HappeningKind>> = {
  create: 'created',
  restart: 'started',
  stop: 'stopped',
  resize: 'resized',
  rename: 'renamed',
  openPort: 'ports',
  closePort: 'ports',
  delete: 'deleted',
}

/** What is going on in a state that passes by itself. */
const kindOfTransition: Readonly<Record<string, HappeningKind>> = {
  provisioning: 'started',
  deleting: 'deleted',
  resizing: 'resized',
}

const kindOfState = (to: string): HappeningKind => {
  const { kind } = stateInfo(to)
  if (kind === 'running') return 'started'
  if (kind === 'transition') return (Object.hasOwn(kindOfTransition, to) && kindOfTransition[to]) || 'other'
  if (kind === 'stopped' || kind === 'deleted') return kind
  return kind === 'error' ? 'failed' : 'other'
}

const kindOfChange = (change: Change): HappeningKind => {
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

/** Happenings of one aspect follow one another, those of different ones run side by side. */
const aspectOf = (kind: HappeningKind, asked: Asked | null): string => {
  if (kind === 'renamed' || kind === 'resized') return kind
  return kind === 'ports' ? `port ${asked?.port ?? ''}` : 'run'
}

/** What a change of state does to what is going on: ends it, carries it on, makes it fail, or has nothing to do with it. */
const stateMeans = (kind: HappeningKind, to: string): 'end' | 'middle' | 'failure' | null => {
  const reached = stateInfo(to).kind
  if (reached === 'transition') return 'middle'
  if (reached === 'error') return 'failure'
  if (kind === 'created' || kind === 'started') return reached === 'running' ? 'end' : null
  if (kind === 'stopped' || kind === 'deleted') return reached === kind ? 'end' : null
  return reached === 'deleted' ? null : 'end'
}

const meaningOf = (draft: Draft, change: Change): 'end' | 'middle' | 'failure' | null => {
  switch (change.of) {
    case 'state':
      return stateMeans(draft.kind, change.to)
    case 'there':
      return draft.kind === 'created' ? stateMeans('created', change.state) : null
    case 'gone':
      return draft.kind === 'deleted' ? 'end' : null
    case 'size': {
      const state = draft.changes.findLast((one) => one.of === 'state')
      return state !== undefined && stateInfo(state.to).kind === 'transition' ? 'middle' : 'end'
    }
    default:
      return 'end'
  }
}

const effectOf = ({ effect }: RecordEntry): Amount | null =>
  effect === undefined
    ? null
    : { known: BigInt(effect.known), unknown: costParts.filter((part) => effect.unknown.includes(part)) }

const sum = (a: Amount | null, b: Amount | null): Amount | null => {
  if (a === null || b === null) return a ?? b
  return {
    known: a.known + b.known,
    unknown: costParts.filter((part) => a.unknown.includes(part) || b.unknown.includes(part)),
  }
}

const draftOf = (entry: RecordEntry, kind: HappeningKind, change: Change | null): Draft => ({
  at: entry.at,
  uuid: entry.uuid,
  name: entry.name,
  kind,
  isOwn: entry.kind === 'did',
  isOpen: true,
  took: null,
  effect: null,
  environment: entry.environment ?? null,
  prefill: entry.asked?.prefill ?? null,
  asked: entry.asked ?? null,
  changes: change === null ? [] : [change],
  text: entry.text ?? null,
})

/** An answer and the reading that it brings are written at almost the same time, in either order. */
const together = 5 * SECOND

const absorb = (draft: Draft, entry: RecordEntry, change: Change, meaning: 'end' | 'middle' | 'failure') => {
  draft.changes.push(change)
  draft.effect = sum(draft.effect, effectOf(entry))
  draft.environment ??= entry.environment ?? null
  draft.isOpen = meaning === 'middle'
  draft.took = meaning === 'middle' || entry.at <= draft.at ? null : entry.at - draft.at
  if (meaning === 'failure') draft.kind = 'failed'
}

const isTransition = (change: Change): boolean => {
  const state = change.of === 'state' ? change.to : change.of === 'there' ? change.state : null
  return state !== null && stateInfo(state).kind === 'transition'
}

const aspectsOf = (change: Change): string[] => {
  if (change.of === 'ports') return [...change.opened, ...change.closed].map((port) => `port ${port}`)
  const isResizing = change.of === 'state' && [change.from, change.to].includes('resizing')
  return [isResizing ? 'resized' : aspectOf(kindOfChange(change), null)]
}

/** A size and a state that change together come as two entries. */
const mayGoOn = ({ isOpen, kind, at, took }: Draft, entry: RecordEntry): boolean =>
  isOpen || (kind === 'resized' && entry.at - (at + (took ?? 0)) <= together)

/** Puts the entries of one instance together. Entries come oldest first. */
const draftsOf = (entries: readonly RecordEntry[]): Draft[] => {
  const drafts: Draft[] = []
  /** The newest of each aspect. */
  const newest = new Map<string, Draft>()

  const takeAsked = (entry: RecordEntry, asked: Asked) => {
    const kind = (Object.hasOwn(kindOfAction, asked.action) && kindOfAction[asked.action]) || 'other'
    if (asked.refused !== undefined) {
      drafts.push({ ...draftOf(entry, 'failed', null), isOpen: false })
      return
    }
    const aspect = aspectOf(kind, asked)
    const before = newest.get(aspect)
    const isSeen =
      before !== undefined &&
      !before.isOwn &&
      entry.at - before.at <= together &&
      (before.kind === kind || kind === 'created')
    if (isSeen) {
      Object.assign(before, { isOwn: true, kind, asked, prefill: asked.prefill ?? null })
      return
    }
    if (before !== undefined) before.isOpen = false
    const draft = draftOf(entry, kind, null)
    drafts.push(draft)
    newest.set(aspect, draft)
  }

  const takeChange = (entry: RecordEntry, change: Change) => {
    const aspects = aspectsOf(change)
    for (const aspect of aspects) {
      const current = newest.get(aspect)
      const meaning = current === undefined ? null : meaningOf(current, change)
      if (current === undefined || meaning === null) continue
      // One that is deleted can be listed as such for a while.
      if (!mayGoOn(current, entry) && change.of !== 'gone') continue
      absorb(current, entry, change, meaning)
      return
    }
    const draft = {
      ...draftOf(entry, kindOfChange(change), change),
      isOpen: isTransition(change),
      effect: effectOf(entry),
    }
    drafts.push(draft)
    for (const aspect of aspects) newest.set(aspect, draft)
  }

  for (const entry of entries) {
    if (entry.asked !== undefined) takeAsked(entry, entry.asked)
    else if (entry.change !== undefined) takeChange(entry, entry.change)
    else drafts.push({ ...draftOf(entry, 'other', null), isOpen: false })
  }
  return drafts
}

/** What was asked for so long ago, and was not seen to come about, is not going on any more. */
const goesOnFor = 6 * HOUR

const finished = (draft: Draft, now: number): Happening => {
  const { at, uuid, name, kind, isOwn, took, effect, environment, prefill } = draft
  const isOpen = draft.isOpen && now - at < goesOnFor
  const title = titleOf({ ...draft, isOpen, isFailure: kind === 'failed' })
  const key = `${at} ${uuid ?? name} ${kind} ${title}`
  return { key, at, uuid, name, kind, isOwn, title, isOpen, took, effect, environment, prefill }
}

/**
 * The record as what happened, newest first: an action and what came of it are one entry, and so are the steps of a change that nobody
 * here asked for. `now` in ms since the epoch.
 */
export const happeningsOf = (entries: readonly RecordEntry[], now: number): Happening[] => {
  const byInstance = new Map<string, RecordEntry[]>()
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const subject = entry.uuid === null || entry.uuid === '' ? entry.name : entry.uuid
    const own = byInstance.get(subject)
    if (own === undefined) byInstance.set(subject, [entry])
    else own.push(entry)
  }
  return [...byInstance.values()]
    .flatMap(draftsOf)
    .map((draft) => finished(draft, now))
    .toSorted((a, b) => b.at - a.at)
}
