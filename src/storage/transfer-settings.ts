import * as z from 'zod/mini'

import { joinStates } from '#model/instance/state-since.ts'

import { alertSettings, fleetPreferences, notifiedIdle, pollPace } from './preferences.ts'
import { monthlyBudget, notifiedBudget, rateOverrides } from './money.ts'
import { createDefaults, publicKeys, storedRecipes } from './create.ts'
import { dismissals, listSeen, statesSchema, statesSeen, webAppsUsed } from './instances.ts'
import type { IsForgotten } from './forgotten.ts'
import type { StoredValueKind } from './stored-value.ts'
import { storedAnnotations } from './annotations.ts'
import { themeKey, themeSchema } from './theme.ts'
import { savedViews } from './saved-views.ts'
import { shellChoice } from './shell.ts'

/** What an import did, in rows and settings. */
export interface Imported {
  taken: number
  /** How many of them are of accounts whose key is not here: they wait for it. */
  elsewhere: number
  /** What was here already, or here in a newer form. */
  present: number
  /** What this version cannot read: set aside for one that can. */
  setAside: number
  /** What makes no sense, or is too old to be of use. */
  rejected: number
}

export const anyRow = z.record(z.string(), z.unknown())

/**
 * The small values that go along, by name. A list of what may, and not of what may not: keys and what else a session has never get
 * into a file, nor out of one.
 */
const kinds = new Map<string, StoredValueKind>(
  [
    fleetPreferences,
    alertSettings,
    pollPace,
    publicKeys,
    notifiedIdle,
    monthlyBudget,
    dismissals,
    listSeen,
    storedAnnotations,
    rateOverrides,
    storedRecipes,
    savedViews,
    createDefaults,
    statesSeen,
    notifiedBudget,
    webAppsUsed,
    shellChoice,
  ].map((kind) => [kind.name, kind]),
)

const prefix = 'hatteras:'
const theme = themeKey.slice(prefix.length)

/** What this name and value are stored as; null where it is nothing that goes along. */
const storedText = (name: string, value: unknown): string | null => {
  if (name === theme) return themeSchema.safeParse(value).data ?? null
  const [kind = '', account = ''] = name.split(':', 2)
  const known = kinds.get(kind)
  if (known?.accepts(value) !== true) return null
  // What is kept by account belongs to one: a file must not plant a public key that the next account to look takes for its own.
  const isWhole = 'of' in known ? account !== '' && name === `${kind}:${account}` : name === kind
  return isWhole ? JSON.stringify(value) : null
}

/** Undefined where the text is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The small values of this browser that go into a file. */
export const readSettings = (): Record<string, unknown> => {
  const settings: Record<string, unknown> = {}
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue
      const name = key.slice(prefix.length)
      const text = localStorage.getItem(key) ?? ''
      const value = name === theme ? text : parseJson(text)
      if (storedText(name, value) !== null) settings[name] = value
    }
  } catch {
    // Storage is blocked: there is nothing in it.
  }
  return settings
}

const listOf = (text: string | null): unknown[] | null => {
  const value = text === null ? null : parseJson(text)
  return Array.isArray(value) ? value : null
}

/** What two entries of a list are the same by: the uuid of a mark, the name of a recipe, the key of a dismissal. */
const identityOf = (entry: unknown): unknown => {
  if (Array.isArray(entry)) return entry[0]
  const { data } = anyRow.safeParse(entry)
  return data?.['name'] ?? data?.['key'] ?? data?.['uuid'] ?? entry
}

/** Of a list, what is here and what it lacks; of since when a state is seen, the earlier; of anything else, what is here. */
const merged = (name: string, here: string, there: string): string => {
  if (name.startsWith(`${statesSeen.name}:`)) {
    const seen = [here, there].map((text) => statesSchema.safeParse(parseJson(text)).data ?? [])
    return JSON.stringify(joinStates(seen[0] ?? [], seen[1] ?? []))
  }
  const [own, other] = [listOf(here), listOf(there)]
  if (own === null || other === null) return here
  const known = new Set(own.map(identityOf))
  return storedText(name, [...own, ...other.filter((entry) => !known.has(identityOf(entry)))]) ?? here
}

/** What an import has to know of the accounts in a file. */
export interface Accounts {
  /** Whether its key is in this browser. */
  isHere: (account: string) => boolean
  /** Whether it was forgotten since the import was asked for. */
  isForgotten: IsForgotten
}

/** Adds the small values of a file, and counts into `done` what became of each. */
export const importSettings = (
  settings: Readonly<Record<string, unknown>>,
  done: Imported,
  { isHere, isForgotten }: Accounts,
): void => {
  for (const [name, value] of Object.entries(settings)) {
    const text = storedText(name, value)
    const [, account] = name.split(':', 2)
    if (text === null || (account !== undefined && isForgotten(account))) {
      done.rejected += 1
      continue
    }
    try {
      const key = `${prefix}${name}`
      const here = localStorage.getItem(key)
      const next = here === null ? text : merged(name, here, text)
      if (next === here) {
        done.present += 1
        continue
      }
      localStorage.setItem(key, next)
      done.taken += 1
      if (account !== undefined && !isHere(account)) done.elsewhere += 1
      // This tab hears of it as of what another tab writes.
      globalThis.dispatchEvent(new StorageEvent('storage', { key }))
    } catch {
      done.rejected += 1
    }
  }
}
