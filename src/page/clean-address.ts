import { createEmitter } from '#lib/emitter.ts'
import { decodablePath } from '#model/paths.ts'

/** Whether a name says secret, in whatever spelling; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret|token|passw(?:or)?d|pwd|passphrase|^pass|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|private|anthropic|claude|c.*cloud|api)keys?)$/i.test(
    // One that was encoded twice still has escapes.
    name.replaceAll(/%..|[^a-z]/gi, ''),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)\S{16,}$/.test(value))

/** An address without the secrets that someone put into it, as in a query or a hash, and what these were called. */
export const withoutSecrets = (address: string): { address: string; found: readonly string[] } => {
  const found: string[] = []
  const rest = address.replaceAll(/([?&#;])([^=?&#;]*=[^&#;]*)/g, (all, mark: string, pair: string) => {
    const [[field = '', text = ''] = []] = new URLSearchParams(pair)
    if (isSecret(field, text)) {
      found.push(field)
      return mark
    }
    // What is an address in itself, as the page that sign-in leads to.
    const inner = withoutSecrets(/^(?:\/|https?:)/i.test(text) ? text : '')
    if (inner.found.length === 0) return all
    found.push(...inner.found)
    return `${mark}${encodeURIComponent(field)}=${encodeURIComponent(inner.address)}`
  })
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

/** The path as the router takes it. A query that was encoded together with it is one all the same: no name has a question mark. */
const readablePath = (path: string): string =>
  decodablePath(path).replace(/^\/+/, '/').replace(/%3f.*/i, decodeURIComponent)

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
