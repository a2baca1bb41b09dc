import { HOUR, SECOND } from '#lib/time.ts'

import { happeningsOf } from './happenings.ts'
import type { Asked, Change, RecordEntry } from './record.ts'

export const noon = Date.UTC(2026, 10, 25, 12)
export const whom = { uuid: 'u1', name: 'rna-atlas' }
export const environment = { flavor: 'marimo', resource_type: 'container', distro: null }
export const size = { n_vcpus: 8, mem_gib: 32, disk_size_gib: 500 }

/** A line of the record, so many seconds after noon: what was asked for. */
export const did = (seconds: number, asked: Asked): RecordEntry => ({
  ...whom,
  at: noon + seconds * SECOND,
  kind: 'did',
  asked,
})

/** A change that was seen, and what it made of the price per hour, in nano-dollars. */
export const saw = (seconds: number, change: Change, known?: number): RecordEntry => ({
  ...whom,
  at: noon + seconds * SECOND,
  kind: 'saw',
  change,
  environment,
  ...(known === undefined ? {} : { effect: { known: `${known}`, unknown: [] } }),
})

export const state = (from: string, to: string): Change => ({ of: 'state', from, to })

/** What Activity says of a record, newest first, without what is of no interest to most tests. */
export const told = (entries: readonly RecordEntry[], now = noon + HOUR) =>
  happeningsOf(entries, now).map(({ title, kind, isOwn, isOpen, took, effect }) => ({
    title,
    kind,
    isOwn,
    isOpen,
    took,
    effect: effect?.known ?? null,
  }))
