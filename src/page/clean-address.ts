import { createEmitter } from '#lib/emitter.ts'
import { decodablePath } from '#model/paths.ts'

/** Whether a name says secret, in whatever spelling; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret|token|passw(?:or)?d|pwd|passphrase|^pass|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|private|anthropic|claude|c.*cloud|api)keys?)$/i.test(
    // No name is longer, and what looks for one in hundreds of thousands of letters takes minutes.
    name.replaceAll(/[^a-z]/gi, '').slice(-100),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)\S{16,}$/.test(value))

/** What the app itself writes into its addresses as it was typed: that may look like anything. */
const isTyped = (name: string): boolean =>
  /^(?:q|instance|whatif|name|tag|owner|gpu_model|n_vcpus|\w+_gib)$/.test(name)

/** Without one layer of escapes; what is none stays as it is. */
const decoded = (text: string): string => new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') ?? ''

/** So many layers, of escapes or of addresses in addresses, are looked through. */
const MOST_LAYERS = 20

const plain = (text: string, layers = MOST_LAYERS): string => {
  const next = decoded(text)
  return next === text || layers === 0 ? text : plain(next, layers - 1)
}

/** A value without the secrets in it: it may be an address, as of the page that sign-in leads to, or a query, under any layers of escapes. */
const withoutSecretsInside = (value: string, layers: number): ReturnType<typeof withoutSecrets> => {
  const end = value.search(/[?&#;]/)
  if (/^(?:\/|https?:)/i.test(value) && end >= 0) {
    // Its question mark may be escaped while a later sign is not.
    const [path, query] = [
      withoutSecretsInside(value.slice(0, end), layers),
      withoutSecrets(value.slice(end), layers),
    ]
    return { address: path.address + query.address, found: [...path.found, ...query.found] }
  }
  const isEscaped = /%[\da-f]{2}/i.test(value) && layers > 0
  const { address, found } = isEscaped
    ? withoutSecretsInside(decoded(value), layers - 1)
    : withoutSecrets(/^(?:\/|https?:)/i.test(value) ? value : `?${value}`, layers)
  if (found.length === 0) return { address: value, found }
  return { address: isEscaped ? encodeURIComponent(address) : address.replace(/^\?/, ''), found }
}

/** An address without the secrets that someone put into it, as in a query or a hash, and what these were called. */
export const withoutSecrets = (
  address: string,
  layers = MOST_LAYERS,
): { address: string; found: readonly string[] } => {
  const found: string[] = []
  const rest = address.replaceAll(
    /([?&#;])(([^=?&#;]*)(?:=([^&#;]*))?)/g,
    (all, mark: string, pair: string, field: string, value?: string) => {
      const name = plain(field)
      // Where the sign between the two is escaped, they are one.
      const isOne = value === undefined || name.includes('=')
      if (!isOne && isSecret(name, plain(value))) {
        found.push(name)
        return mark
      }
      if (pair === '' || layers === 0 || (!isOne && isTyped(name))) return all
      const inner = withoutSecretsInside(isOne ? pair : value, layers - 1)
      if (inner.found.length === 0) return all
      found.push(...inner.found)
      return `${mark}${isOne ? '' : `${field}=`}${inner.address}`
    },
  )
  return {
    address:
      found.length === 0
        ? address
        : rest.replaceAll(/([?&#;])[&;]+/g, '$1').replaceAll(/[?&#;]+(?=#|$)/g, ''),
    found,
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
