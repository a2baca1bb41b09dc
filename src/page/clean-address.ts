import { createEmitter } from '#lib/emitter.ts'
import { decodablePath } from '#model/paths.ts'

/** A key of Anthropic, the id of one of AWS, or a token of JSON in base64; what may be an address is looked into instead. */
const telling = /^[^?&#;=]*\b(?:sk-ant-[\w-]{16}|A[KS]IA[A-Z\d]{16}|eyJ[\w-]{16})/

/** Whether a name says secret, in whatever spelling, or a value does; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret(?:id)?|token|jwt|sig(?:nature)?|cookie|passw(?:or)?d|pwd|passphrase|^pass|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|access|private|anthropic|claude|c.*cloud|api)keys?)(?:value)?$/i.test(
    // No name is longer, and what looks for one in hundreds of thousands of letters takes minutes.
    name.replaceAll(/[^a-z]/gi, '').slice(-100),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)[^\s+]{16,}$/.test(value)) ||
  (name !== 'aws_access_key_id' && telling.test(value))

/** What the app itself writes into its addresses as it was typed, which may look like anything, and what Create asks about. */
const isTyped = (name: string): boolean =>
  /^(?:q|instance|whatif|name|tag|owner|gpu_model|aws_access_key_id|n_vcpus|\w+_gib)$/.test(name)

/** Without one layer of escapes. Letters beyond ASCII stay escaped: they are in the name of no secret. */
const decoded = (text: string): string => text.replaceAll(/%[0-7][\da-f]/gi, decodeURIComponent)

/** So many layers, of escapes or of addresses in addresses, are looked through. */
const MOST_LAYERS = 20

const plain = (text: string, layers = MOST_LAYERS): string => {
  const next = decoded(text)
  return next === text || layers === 0 ? text : plain(next, layers - 1)
}

/** A part of a text that has to go, in the order of the text, and what the secret in it is called; null for a mere separator. */
interface Cut {
  name: string | null
  from: number
  to: number
}

const shifted = (cuts: readonly Cut[], by: number): Cut[] =>
  cuts.map(({ name, from, to }) => ({ name, from: Math.max(0, from + by), to: to + by }))

/** Where the cuts of a decoded text are in the text itself: what is not cut stays as it was written. */
const encoded = (text: string, cuts: readonly Cut[]): Cut[] => {
  let at = 0
  let length = 0
  const end = (decodedLength: number): number => {
    for (; length < decodedLength; length += 1) at += /^%[0-7][\da-f]/i.test(text.slice(at, at + 3)) ? 3 : 1
    return at
  }
  return cuts.map(({ name, from, to }) => ({ name, from: end(from), to: end(to) }))
}

/** Of a value, which may be an address, as of the page that sign-in leads to, or a query, under any layers of escapes. */
const cutsInside = (value: string, layers: number): Cut[] => {
  const isAddress = /^(?:[/?#]|https?:)/i.test(value)
  const end = value.search(/[?&#;]/)
  // Its question mark may be escaped while a later sign is not.
  if (isAddress && end >= 0)
    return [...cutsInside(value.slice(0, end), layers), ...shifted(cutsIn(value.slice(end), layers), end)]
  const next = decoded(value)
  if (next !== value && layers > 0) return encoded(value, cutsInside(next, layers - 1))
  return isAddress ? cutsIn(value, layers) : shifted(cutsIn(`?${value}`, layers), -1)
}

const cutsIn = (address: string, layers: number): Cut[] => {
  let first: Cut | null = null
  return [...address.matchAll(/([?&#;])(([^=?&#;]*)(?:=([^&#;]*))?)/g)].flatMap((match) => {
    const [all, mark = '', pair = '', written = '', value] = match
    const from = match.index
    const isSeparated = /[&;]/.test(mark)
    const field = plain(written)
    // Where the sign between the two is escaped, they are one.
    const isOne = value === undefined || field.includes('=')
    const name = isOne ? '' : field
    const inner = isOne ? pair : value
    const to = from + all.length
    const isOpen = pair !== '' && layers > 0 && !isTyped(name)
    const isWhole = isSecret(name, plain(inner))
    const cuts = isOpen && !isWhole ? shifted(cutsInside(inner, layers - 1), to - inner.length) : []
    const [cut = { name, from, to }] = cuts
    if (isWhole || (isOne && cut.from === from + 1 && cut.to === to)) {
      cut.from = from
      if (!isSeparated) first = cut
      return [cut]
    }
    const before = first
    first = null
    if (before !== null && isSeparated) {
      // What follows the first one is the first now.
      before.from += 1
      cuts.unshift({ name: null, from, to: from + 1 })
    }
    return cuts
  })
}

/** An address without the secrets that someone put into it, as in a query or a hash, and what these were called. */
export const withoutSecrets = (address: string): { address: string; found: readonly string[] } => {
  const cuts = cutsInside(address, MOST_LAYERS)
  let end = 0
  const parts = cuts.map(({ from, to }) => {
    const part = address.slice(end, from)
    end = to
    return part
  })
  return {
    address: parts.join('') + address.slice(end),
    found: cuts.flatMap(({ name }) => name ?? []),
  }
}

let removed: readonly string[] = []
const changed = createEmitter<void>()

/** What the secrets were called that were taken out of this tab's address; for `useSyncExternalStore`. */
export const removedSecrets = { read: () => removed, subscribe: changed.listen }

const queryOf = (escaped: string, layers = MOST_LAYERS): string =>
  escaped.startsWith('?') || layers === 0 ? escaped : queryOf(decoded(escaped), layers - 1)

/** The path as the router takes it. A query that was encoded together with it is one all the same: no name has a question mark. */
const readablePath = (path: string): string =>
  decodablePath(path)
    .replace(/^\/+/, '/')
    .replace(/%(?:25)*3f.*/i, (escaped) => queryOf(escaped))

/** Puts the address and its entry in the history right, and takes secrets out, before anything reads it. */
export const cleanAddress = (): void => {
  const { pathname, search, hash } = globalThis.location
  const { address, found } = withoutSecrets(`${readablePath(pathname)}${search}${hash}`)
  if (address !== `${pathname}${search}${hash}`) history.replaceState(null, '', address)
  if (found.length === 0) return
  removed = found
  changed.emit()
}

export const dismissRemovedSecrets = (): void => {
  removed = []
  changed.emit()
}
