import { formatCount, LOCALE } from './format.ts'

const ascii = /^[\0-\u007f]*$/

/** Text as search compares it: no case, no accents. */
export const fold = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a query, folded. */
export const searchWords = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean)

/** Whether folded text holds every one of the folded words. */
export const hasWords = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word))

/** Text as a segment or a parameter of a URL. Half of a surrogate pair, on which `encodeURIComponent` throws, becomes U+FFFD. */
export const urlPart = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'))

const natural = new Intl.Collator(LOCALE, { numeric: true, sensitivity: 'base' })

/** As many as there are names to put in order: they are compared again and again, and `natural` takes twenty times as long as `<`. */
const keys = new Map<string, string | null>()

/** A name of plain letters, digits and hyphens, as `<` orders it as `natural` does: with all numbers equally long. Null for any other. */
const keyOf = (name: string): string | null => {
  let key = keys.get(name)
  if (key === undefined) {
    key = /^[a-z\d-]{0,48}$/i.test(name)
      ? name.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(48, '0'))
      : null
    keys.set(name, key)
  }
  return key
}

/** Orders text as people do: "node-2" before "node-10", case aside. */
export const compareNatural = (a: string, b: string): number => {
  const left = keyOf(a)
  const right = keyOf(b)
  if (left === null || right === null) return natural.compare(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

const letters = new Intl.Segmenter(LOCALE)

/** Where the letter begins that the unit at `index` is part of: an emoji is many units, and none of them is read alone. */
export const letterStart = (text: string, index: number): number =>
  letters.segment(text).containing(index)?.index ?? 0

/** So much of a long name's end stays to be read: it is what tells names of a kind apart. */
const tailLength = 9
const longName = 12
/** Scripts that are read from right to left: in two parts their letters stand in another order, and are not joined. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A name as a line shows it that may be too short for it: what may be cut, and the end that stays. Nothing of a short one stays. */
export const nameParts = (name: string): [start: string, end: string] => {
  const isWhole = name.length < longName || rightToLeft.test(name)
  const cut = isWhole ? name.length : letterStart(name, name.length - Math.min(tailLength, name.length >> 1))
  return [name.slice(0, cut), name.slice(cut)]
}

/** The first letter of a name, as a person counts letters, in upper case; "" where there is none. */
export const initial = (name: string): string =>
  letters.segment(name).containing(0)?.segment.toUpperCase() ?? ''

/** "1 instance", "1,200 instances". */
export const pluralize = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** A machine's word made readable: "warming_up" → "Warming up". */
export const readable = (word: string): string => {
  const spaced = word.replaceAll(/[_-]+/g, ' ').trim()
  return spaced === '' ? word : spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
