import * as z from 'zod/mini'

/**
 * Pieces of the tolerant reader: each takes whatever JSON holds and returns a plain, bounded value, never an exception.
 * `null` means "the service did not say": the app shows it as unknown, never as 0 or "". What cannot be real counts as not said:
 * one absurd number must not reach a total, a chart's axis or the stored ledger.
 */

/** The largest value of each kind that can be real, with room for years of growth. */
const most = {
  /** Dollars an hour, for one unit or for the whole instance. */
  rate: 10_000,
  gib: 1_048_576,
  /** vCPUs, GPUs, and limits of an account. */
  count: 100_000,
  /** 100 % is one vCPU for some services and the whole machine for others. */
  percent: 100_000,
  port: 65_535,
  /** Ten years. */
  minutes: 5_256_000,
} as const
export type AmountKind = keyof typeof most

/** Longest texts, in UTF-16 units. */
const longest = { word: 100, name: 255, sentence: 1000, exact: 8192, number: 64 } as const

const listLimit = 1000

const decimal = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i

const toNumber = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.length > longest.number || !decimal.test(value.trim())) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const toAmount = (kind: AmountKind) => (value: unknown) => {
  const number = toNumber(value)
  if (number === null || number < 0 || number > most[kind]) return null
  // -0 would be written as "-0".
  return number === 0 ? 0 : number
}

/**
 * What a text must not bring onto a page, into a URL or onto the clipboard: half of a surrogate pair, on which `encodeURIComponent`
 * throws; control characters, of which a line break runs what is pasted into a shell; and marks of the direction of text.
 */
const unsafe = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
/** What of these may stand in a sentence, which is only read. */
const inSentences = '\n\t\u061C\u200E\u200F'

const cut = (value: string, limit: number): string =>
  value.length <= limit ? value : `${value.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** Nearly every text is: to look for what is unsafe takes as long as all the rest of reading. */
const plain = /^[ -~]*$/

/** Cut before it is cleaned, so that a body of megabytes costs little. */
const clean = (value: string, kind: TextKind): string => {
  const short = cut(value, longest[kind])
  if (plain.test(short)) return short
  return short
    .replaceAll('\r\n', '\n')
    .replaceAll(unsafe, (unit) => (kind === 'sentence' && inSentences.includes(unit) ? unit : '\uFFFD'))
}

type TextKind = 'word' | 'name' | 'sentence'

const toText =
  (kind: TextKind) =>
  (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? clean(value, kind) : null

const isSafe = (value: string): boolean => value.search(unsafe) === -1

const toExact = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest.exact && isSafe(value)
    ? value
    : null

/** No address can hold these as a segment: every URL parser takes them for steps up the path. */
const isDots = (value: unknown): boolean => value === '.' || value === '..'

const isPort = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most.port

const toPort = (value: unknown): number | null => {
  const number = toNumber(value)
  return isPort(number) ? number : null
}

const toPorts = (value: unknown): number[] => {
  if (!Array.isArray(value)) return []
  const ports = new Set(value.map(toPort).filter(isPort))
  return [...ports].toSorted((a, b) => a - b).slice(0, listLimit)
}

/** The service runs since the twenties; a day before this century or after it was never meant. */
const toDate = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= longest.word && /^\s*20\d\d-/.test(value) && isSafe(value)
    ? value
    : null

const orNull = <T>(read: (value: unknown) => T | null) => z.pipe(z.optional(z.unknown()), z.transform(read))

/** A number from zero up to what its kind can be, also from a decimal string; anything else is null. */
export const amount = (kind: AmountKind) => orNull(toAmount(kind))

/** A string that says something, made safe to show and cut where it is longer than its kind; anything else, "" included, is null. */
export const text = (kind: TextKind = 'sentence') => orNull(toText(kind))

/** The same as a word, or the stand-in. */
export const wordOr = (standIn: string) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value: unknown) => toText('word')(value) ?? standIn),
  )

/** A string that is used and not only read, such as a link or a password: as it is, or null where it is too long or not safe. */
export const exact = () => orNull(toExact)

/**
 * What names a row in every request, so it is never cut. A unit that no URL can hold is written out, so that two ids stay two.
 * Fails on what cannot be addressed.
 */
export const id = () =>
  z.pipe(
    z.string().check(
      z.minLength(1),
      z.refine((value) => !isDots(value)),
    ),
    z.transform((value) => value.replaceAll(unsafe, (unit) => `\uFFFD${unit.charCodeAt(0).toString(16)}`)),
  )

/** A name, which is part of addresses: null where no address can hold it. */
export const name = () => orNull((value) => (isDots(value) ? null : toText('name')(value)))

/** An ISO date of this century, or null. */
export const date = () => orNull(toDate)

/** true or false; anything else is null. */
export const flag = () => orNull((value) => (typeof value === 'boolean' ? value : null))

/** A port number, or null. */
export const port = () => orNull(toPort)

/** Sorted distinct port numbers; what is not a port is left out, what is not a list is an empty one. */
export const ports = () => z.pipe(z.optional(z.unknown()), z.transform(toPorts))

/** Sorted distinct port numbers, or null where the answer has no list at all. */
export const portsOrNull = () => orNull((value) => (Array.isArray(value) ? toPorts(value) : null))

/** The sentences of a message or of a list of messages, bounded in number and length. */
export const sentencesOf = (value: unknown, limit = 20): string[] =>
  (Array.isArray(value) ? value.slice(0, limit) : [value])
    .map(toText('sentence'))
    .filter((sentence) => sentence !== null)

/** A word to compare or to show, made safe and cut; null where it is none. */
export const wordOf = toText('word')
