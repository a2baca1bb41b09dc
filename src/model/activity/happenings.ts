import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import type { Amount } from '../pricing/cost.ts'
import {
  type Asked,
  type Change,
  effectAfter,
  effectOf,
  type Environment,
  isRepeated,
  type RecordEntry,
} from './record.ts'
import { titleOf, type TitledHappening } from './happening-title.ts'
import {
  aspectOf,
  aspectOfChange,
  type HappeningKind,
  isPassing,
  kindOfAction,
  kindOfChange,
  type Meaning,
  meaningOf,
} from './kinds.ts'

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
interface Draft extends Omit<Happening, 'title' | 'key'>, Pick<TitledHappening, 'asked' | 'text'> {
  changes: Change[]
  /** It may have begun so much earlier (ms): nobody looked in between. */
  blur: number
}

/** How long nobody had looked when an entry was seen (ms). */
const gapOf = ({ at, since }: RecordEntry): number => (since === undefined ? 0 : Math.max(0, at - since))

const draftOf = (entry: RecordEntry, kind: HappeningKind, change: Change | null): Draft => ({
  at: entry.at,
  uuid: entry.uuid === '' ? null : entry.uuid,
  name: entry.name,
  kind,
  isOwn: entry.kind === 'did',
  isOpen: change === null || isPassing(change),
  took: null,
  effect: effectOf(entry),
  environment: entry.environment ?? null,
  prefill: entry.asked?.prefill ?? null,
  asked: entry.asked ?? null,
  changes: change === null ? [] : [change],
  text: entry.text ?? null,
  blur: gapOf(entry),
})

/** An answer and the reading that it brings are written at almost the same time, in either order. */
const together = 5 * SECOND

/** Who asks for the same again so soon asks for one thing. */
const again = MINUTE

/** What was asked for so long ago, and was not seen to come about, is not going on any more. */
const goesOnFor = 6 * HOUR

/** Readings as far apart as this still tell how long something took, and so do those a quarter of that time apart. */
const sharp = 15 * SECOND

const tookUntil = ({ at, blur }: Draft, entry: RecordEntry): number | null => {
  const took = entry.at - at
  return took > 0 && blur + gapOf(entry) <= Math.max(sharp, took / 4) ? took : null
}

const absorb = (draft: Draft, entry: RecordEntry, change: Change, meaning: Meaning) => {
  // One that is deleted can be listed as such for a while, and is gone later.
  const wasOver = change.of === 'gone' && !draft.isOpen
  draft.changes.push(change)
  draft.effect = effectAfter(draft.effect, effectOf(entry))
  draft.environment ??= entry.environment ?? null
  draft.name = entry.name
  if (wasOver) return
  draft.isOpen = meaning === 'middle'
  draft.took = meaning === 'middle' ? null : tookUntil(draft, entry)
  if (meaning === 'failure') draft.kind = 'failed'
}

/** Whether more may come of it: it goes on, or a size and a state that change together come as two entries. */
const mayGoOn = ({ isOpen, kind, at, took }: Draft, entry: RecordEntry): boolean =>
  isOpen ? entry.at - at < goesOnFor : kind === 'resized' && entry.at - (at + (took ?? 0)) <= together

type PortsChange = Extract<Change, { of: 'ports' }>

/** A change of several ports as one of each. */
const portsOf = (change: PortsChange): { port: number; change: Change }[] => [
  ...change.opened.map((port) => ({ port, change: { ...change, opened: [port], closed: [] } })),
  ...change.closed.map((port) => ({ port, change: { ...change, opened: [], closed: [port] } })),
]

/** Whether a port that was seen to open or close did what was asked for. */
const isSameWay = ({ changes }: Draft, { action, port }: Asked): boolean =>
  port === undefined ||
  changes.some(
    (change) => change.of === 'ports' && change[action === 'openPort' ? 'opened' : 'closed'].includes(port),
  )

/** Whether what was refused was carried out all the same, as another entry of the same moment says. */
const isTakenBack = (entries: readonly RecordEntry[], { at, asked }: RecordEntry): boolean =>
  entries.some(
    (other) =>
      other.at === at &&
      other.asked !== undefined &&
      other.asked.action === asked?.action &&
      other.asked.refused === undefined,
  )

/** Puts the entries of one instance together. Entries come oldest first. */
const draftsOf = (entries: readonly RecordEntry[]): Draft[] => {
  const drafts: Draft[] = []
  /** The newest of each aspect. */
  const newest = new Map<string, Draft>()

  const begin = (draft: Draft, aspects: readonly string[]) => {
    drafts.push(draft)
    for (const aspect of aspects) {
      const before = newest.get(aspect)
      if (before !== undefined) before.isOpen = false
      newest.set(aspect, draft)
    }
  }

  const takeAsked = (entry: RecordEntry, asked: Asked) => {
    const kind = kindOfAction(asked.action)
    // What became of one whose answer was lost may still be seen.
    if (asked.refused !== undefined && asked.refused !== 0) {
      if (isTakenBack(entries, entry)) return
      drafts.push({ ...draftOf(entry, 'failed', null), isOpen: false })
      return
    }
    const aspect = aspectOf(kind, asked)
    const before = newest.get(aspect)
    if (before?.isOwn === true) {
      const isAgain = before.asked?.action === asked.action && before.asked.to === asked.to
      if (before.isOpen && isAgain && entry.at - before.at <= again) return
    } else if (before !== undefined) {
      const isSeen =
        entry.at - before.at <= together &&
        (before.kind === kind || kind === 'created') &&
        isSameWay(before, asked)
      if (isSeen) {
        Object.assign(before, { isOwn: true, kind, asked, prefill: asked.prefill ?? null })
        return
      }
    }
    begin(draftOf(entry, kind, null), [aspect])
  }

  /** Lets what goes on in an aspect have a change; false where it has nothing to do with it. */
  const give = (aspect: string, entry: RecordEntry, change: Change): boolean => {
    const current = newest.get(aspect)
    const meaning = current === undefined ? null : meaningOf(current.kind, current.changes, change)
    if (current === undefined || meaning === null) return false
    if (!mayGoOn(current, entry) && change.of !== 'gone') return false
    absorb(current, entry, change, meaning)
    return true
  }

  /** A stop that ends a resize is done as well, and nothing goes on with what is gone. */
  const settleOthers = (entry: RecordEntry, change: Change) => {
    if (isPassing(change)) return
    if (kindOfChange(change) === 'deleted') for (const draft of newest.values()) draft.isOpen = false
    else if (
      aspectOfChange(change) === 'resized' &&
      change.of === 'state' &&
      newest.get('run')?.isOpen === true
    )
      give('run', { ...entry, effect: undefined }, change)
  }

  const takePorts = (entry: RecordEntry, change: PortsChange) => {
    const news = portsOf(change).filter((one) => !give(`port ${one.port}`, entry, one.change))
    if (news.length === 0) return
    const isNew = (port: number) => news.some((one) => one.port === port)
    begin(
      draftOf(entry, 'ports', {
        ...change,
        opened: change.opened.filter(isNew),
        closed: change.closed.filter(isNew),
      }),
      news.map(({ port }) => `port ${port}`),
    )
  }

  const takeChange = (entry: RecordEntry, change: Change) => {
    if (change.of === 'ports') {
      // Ports cost nothing: what else changed the price meanwhile is not theirs.
      takePorts({ ...entry, effect: undefined }, change)
      return
    }
    const aspect = aspectOfChange(change)
    if (!give(aspect, entry, change)) begin(draftOf(entry, kindOfChange(change), change), [aspect])
    settleOthers(entry, change)
  }

  for (const [index, entry] of entries.entries()) {
    if (entry.asked !== undefined) takeAsked(entry, entry.asked)
    else if (entry.change !== undefined) {
      if (!isRepeated(entries, index)) takeChange(entry, entry.change)
    } else drafts.push({ ...draftOf(entry, 'other', null), isOpen: false })
  }
  return drafts
}

const finished = (draft: Draft, now: number): Happening => {
  const { at, uuid, name, isOwn, took, effect, environment, prefill } = draft
  const isLost = draft.asked?.refused === 0 && draft.changes.length === 0
  const kind = isLost ? 'failed' : draft.kind
  const isOpen = draft.isOpen && !isLost && now - at < goesOnFor
  const title = titleOf({ ...draft, isOpen, isFailure: kind === 'failed' })
  const key = `${at} ${uuid ?? name} ${kind} ${title}`
  return { key, at, uuid, name, kind, isOwn, title, isOpen, took, effect, environment, prefill }
}

/** Two that read alike are told apart by their number. */
const withOwnKeys = (happenings: readonly Happening[]): Happening[] => {
  const seen = new Map<string, number>()
  return happenings.map((happening) => {
    const count = seen.get(happening.key) ?? 0
    seen.set(happening.key, count + 1)
    return count === 0 ? happening : { ...happening, key: `${happening.key} ${count}` }
  })
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
  const happenings = [...byInstance.values()]
    .flatMap(draftsOf)
    .map((draft) => finished(draft, now))
    .toSorted((a, b) => b.at - a.at)
  return withOwnKeys(happenings)
}
