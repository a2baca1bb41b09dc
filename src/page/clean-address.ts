import { createEmitter } from '#lib/emitter.ts'
import { urlPart } from '#lib/text.ts'
import { decodablePath } from '#model/paths.ts'

/** Parameters of free text, which may look like anything: a secret there is only what can be known by its look. */
const isFreeText = (name: string): boolean =>
  /^(?:q|instance|whatif|name|tag|owner|public_key|aws_(?:endpoint_url|access_key_id|prefill_bucket)|gpu_model|n_vcpus|(?:mem|disk_size)_gib)$/.test(
    name,
  )

/** The other parameters that a page of this app reads; `app/kept-parameters.test.tsx` compares. What is none of both is taken out. */
const isWord = (name: string): boolean =>
  /^(?:to|add|state|type|flavor|tier|gpu|app|deleted|sort|order|group|density|columns|window|by|span|kind|what|show|resource_type|cpu_tier|part|theme)$/.test(
    name,
  )

/** A private key, a key of Anthropic, a token of JSON in base64, or the id of a key of AWS, which is no secret where the app asks for it. */
export const isTelling = (text: string, name = ''): boolean =>
  /sk-ant-[a-z]+\d\d-[\w-]{16}|(?<![A-Za-z\d])(?:sk-ant-[\w-]{16}|eyJ[\w-]{16}|BEGIN [A-Z ]{0,20}PRIVATE KEY)/.test(
    text,
  ) ||
  (name !== 'aws_access_key_id' && /(?<![A-Za-z\d])A[KS]IA[A-Z\d]{16}/.test(text))

/** So many layers of escapes are looked through. */
const MOST_LAYERS = 20

/** Without escapes, of whatever depth. What is beyond ASCII is in no secret: a space stands for it. */
export const plain = (text: string, layers = MOST_LAYERS): string => {
  const next = text
    .replaceAll(/%(?:25)*[89a-f][\da-f]/gi, ' ')
    .replaceAll(/%(?:25)*([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
  return next === text || layers === 0 ? text : plain(next, layers - 1)
}

const hasPair = (text: string): boolean => plain(text).includes('=')

/** An address with nothing in it but what a page of this app reads, and what was taken out of it. */
export interface CleanAddress {
  address: string
  removed: string
}

/**
 * Takes out every other parameter, a hash that is not the id of a section, what reads as a query within the path, and any value that
 * shows that it is a secret. `isInner` is the address of the page that sign-in leads to.
 */
export const cleaned = (given: string, isInner = false): CleanAddress => {
  const removed: string[] = []
  const unless = (isBad: boolean, part: string): string[] => {
    if (isBad) removed.push(part)
    return isBad ? [] : [part]
  }
  const [, fullPath = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(given) ?? []
  const [beforeMarks = ''] = hasPair(fullPath) ? fullPath.split(/[&;]|%(?:25)*(?:23|26|3b|3f)/i) : [fullPath]
  const parts = beforeMarks.split('/')
  const firstPair = parts.findIndex(hasPair)
  const path = firstPair < 0 ? beforeMarks : [...parts.slice(0, firstPair), ''].join('/')
  const segments = path.split('/').flatMap((segment) => unless(isTelling(plain(segment)), segment))
  removed.push(fullPath.slice(path.length))

  const parameters = query.split('&').flatMap((part) => {
    const [[name, value] = ['', '']] = new URLSearchParams(part)
    if (name === 'to' && !isInner) {
      const inner = cleaned(value, true)
      removed.push(inner.removed)
      return inner.address === value ? part : `to=${urlPart(inner.address)}`
    }
    const text = plain(value)
    const isOwn = isFreeText(name) ? !isTelling(text, name) : isWord(name) && !/[=&]/.test(text)
    return unless(!isOwn, part)
  })
  const section = unless(!/^[a-z-]{0,20}$/.test(hash), hash)
  const rest = segments.join('/')
  // Two slashes lead to another host, which is no way back from signing in either.
  const place = isInner ? rest : rest.replace(/^\/+/, '/')
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  return {
    address: place + search + (section.join('') === '' ? '' : `#${hash}`),
    removed: removed.filter(Boolean).join('&'),
  }
}

let removed = ''
const changed = createEmitter<void>()

/** What was taken out of this tab's address; for `useSyncExternalStore`. */
export const removedFromAddress = {
  read: () => removed,
  subscribe: changed.listen,
  set: (text: string) => {
    removed = text
    changed.emit()
  },
}

const queryOf = (escaped: string, layers = MOST_LAYERS): string =>
  escaped.startsWith('?') || layers === 0
    ? escaped
    : queryOf(escaped.replaceAll(/%[0-7][\da-f]/gi, decodeURIComponent), layers - 1)

/** The path as the router takes it. A query that was encoded together with it is one all the same: no name has a question mark. */
const readablePath = (path: string): string =>
  decodablePath(path).replace(/%(?:25)*3f.*/i, (escaped) => queryOf(escaped))

/** Puts the address and its entry in the history right, before anything reads it. */
export const cleanAddress = (): void => {
  const { pathname, search, hash } = globalThis.location
  const { address, removed: text } = cleaned(`${readablePath(pathname)}${search}${hash}`)
  if (address !== `${pathname}${search}${hash}`) history.replaceState(null, '', address)
  if (text !== '') removedFromAddress.set(text)
}
