import { createEmitter } from '#lib/emitter.ts'
import { urlPart } from '#lib/text.ts'
import { decodablePath } from '#model/paths.ts'

/** Parameters of free text, which may look like anything: a secret there is only what can be known by its look. */
const freeText = new Set(
  'q instance whatif name tag owner public_key aws_endpoint_url aws_access_key_id aws_prefill_bucket gpu_model n_vcpus mem_gib disk_size_gib'.split(
    ' ',
  ),
)

/** The other parameters that a page of this app reads; `app/addresses.test.tsx` compares. What is none of both is taken out. */
const words = new Set(
  'to add state type flavor tier gpu app deleted sort order group density columns window by span kind what show resource_type cpu_tier part theme'.split(
    ' ',
  ),
)

/** A private key, a key of Anthropic, a token of JSON in base64, or the id of a key of AWS, which is no secret where the app asks for it. */
const isTelling = (text: string, name = ''): boolean =>
  /(?<![A-Za-z\d])(?:sk-ant-[\w-]{16}|eyJ[\w-]{16}|BEGIN [A-Z ]{0,20}PRIVATE KEY)/.test(text) ||
  (name !== 'aws_access_key_id' && /(?<![A-Za-z\d])A[KS]IA[A-Z\d]{16}/.test(text))

/** Whether a name says secret, in whatever spelling; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret(?:id)?|token|jwt|sig(?:nature)?|cookie|passw(?:or)?d|pwd|passphrase|^pass|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|access|private|anthropic|claude|c.*cloud|api)keys?)(?:value)?$/i.test(
    // No name is longer, and what looks for one in hundreds of thousands of letters takes minutes.
    name.replaceAll(/[^a-z]/gi, '').slice(-100),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)[^\s+]{16,}$/.test(value))

/** So many layers of escapes are looked through. */
const MOST_LAYERS = 20

/** Without escapes, of whatever depth. What is beyond ASCII is in no secret: a space stands for it. */
const plain = (text: string, layers = MOST_LAYERS): string => {
  const next = text
    .replaceAll(/%(?:25)*[89a-f][\da-f]/gi, ' ')
    .replaceAll(/%(?:25)*([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
  return next === text || layers === 0 ? text : plain(next, layers - 1)
}

/** What the secrets in a part of an address are called; an empty name where only the value tells. */
const secretsIn = (part: string): string[] => {
  const text = plain(part)
  const names = text.split(/[?&#;]/).flatMap((pair) => {
    const texts = pair.split('=')
    return texts.slice(0, -1).filter((name, at) => isSecret(name, texts[at + 1] ?? ''))
  })
  return names.length === 0 && isTelling(text) ? [''] : names
}

/** An address without what is not of this app, and what the secrets among that were called. */
export interface CleanAddress {
  address: string
  found: readonly string[]
}

const cleanParameter = (part: string, isInner: boolean): CleanAddress => {
  const [[name, value] = ['', '']] = new URLSearchParams(part)
  const isFree = freeText.has(name)
  if (!(isFree || words.has(name)) || (isInner && name === 'to'))
    return { address: '', found: secretsIn(part) }
  if (name === 'to') {
    const { address, found } = withoutSecrets(value, true)
    return { address: address === value ? part : `to=${urlPart(address)}`, found }
  }
  const found = isFree ? (isTelling(plain(value), name) ? [name] : []) : secretsIn(value)
  return { address: found.length === 0 ? part : '', found }
}

const cleanSegment = (segment: string): CleanAddress => {
  const found = secretsIn(segment)
  const [head = ''] = segment.split(/[&;]|%(?:25)*(?:23|26|3b)/i)
  return { address: found.length === 0 ? segment : secretsIn(head).length === 0 ? head : '', found }
}

const joined = (parts: readonly CleanAddress[], separator: string): string =>
  parts.map(({ address }) => address).join(separator)

/**
 * An address with nothing in it but what a page of this app reads: no other parameter, no hash that is not the id of a section, and no
 * secret in the path. `isInner` is that of the page that sign-in leads to.
 */
export const withoutSecrets = (given: string, isInner = false): CleanAddress => {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(given) ?? []
  const segments = path.split('/').map(cleanSegment)
  const parameters = query.split('&').map((part) => cleanParameter(part, isInner))
  const kept = parameters.filter(({ address }) => address !== '')
  const isSection = /^[a-z-]{1,20}$/.test(hash)
  const names = [...segments, ...parameters].flatMap(({ found }) => found)
  return {
    address: [
      joined(segments, '/'),
      kept.length === 0 ? '' : `?${joined(kept, '&')}`,
      isSection ? `#${hash}` : '',
    ].join(''),
    found: [...new Set([...names, ...secretsIn(hash)])],
  }
}

let removed: readonly string[] = []
const changed = createEmitter<void>()

/** What the secrets were called that were taken out of this tab's address; for `useSyncExternalStore`. */
export const removedSecrets = { read: () => removed, subscribe: changed.listen }

const queryOf = (escaped: string, layers = MOST_LAYERS): string =>
  escaped.startsWith('?') || layers === 0
    ? escaped
    : queryOf(escaped.replaceAll(/%[0-7][\da-f]/gi, decodeURIComponent), layers - 1)

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
