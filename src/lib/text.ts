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

/** Whether every word of the query is in one of the texts; the empty query matches everything. */
export const matches = (haystacks: readonly (string | null)[], query: string): boolean =>
  hasWords(fold(haystacks.join('\n')), searchWords(query))

/** Text as a segment or a parameter of a URL. Half of a surrogate pair, on which `encodeURIComponent` throws, becomes U+FFFD. */
export const urlPart = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'))

const natural = new Intl.Collator(LOCALE, { numeric: true, sensitivity: 'base' })

/** Orders text as people do: "node-2" before "node-10", case aside. */
export const compareNatural = (a: string, b: string): number => natural.compare(a, b)

const letters = new Intl.Segmenter(LOCALE)

/** Where the letter begins that the unit at `index` is part of: an emoji is many units, and none of them is read alone. */
export const letterStart = (text: string, index: number): number =>
  letters.segment(text).containing(index)?.index ?? 0

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
