import { createEmitter } from '#lib/emitter.ts'

/** Whether a name says secret, in whatever spelling; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret|token|passw(?:or)?d|pwd|passphrase|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|anthropic|claude|c.*cloud|api)key)$/i.test(
    name.replaceAll(/[^a-z]/gi, ''),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)\S{16,}$/.test(value))

/** An address without the secrets that someone put into its query or its hash, and what these were called. */
export const withoutSecrets = (address: string): { address: string; found: readonly string[] } => {
  const found: string[] = []
  const rest = address.replaceAll(/([?&#])([^=?&#]*=[^&#]*)/g, (all, mark: string, pair: string) => {
    const [[field = '', text = ''] = []] = new URLSearchParams(pair)
    if (isSecret(field, text)) {
      found.push(field)
      return mark
    }
    // The page that sign-in leads to is an address in itself.
    const inner = withoutSecrets(field === 'to' ? text : '')
    if (inner.found.length === 0) return all
    found.push(...inner.found)
    return `${mark}to=${encodeURIComponent(inner.address)}`
  })
  return {
    address:
      found.length === 0 ? address : rest.replaceAll(/([?&#])&+/g, '$1').replaceAll(/[?&#]+(?=#|$)/g, ''),
    found,
  }
}

let removed: readonly string[] = []
const changed = createEmitter<void>()

/** What the secrets were called that were taken out of this tab's address; for `useSyncExternalStore`. */
export const removedSecrets = { read: () => removed, subscribe: changed.listen }

/** Takes secrets out of the address and its entry in the history, before anything reads it. */
export const cleanAddress = (): void => {
  const { pathname, search, hash } = globalThis.location
  const { address, found } = withoutSecrets(`${search}${hash}`)
  if (found.length === 0) return
  history.replaceState(null, '', `${pathname}${address}`)
  removed = found
  changed.emit()
}

export const dismissRemovedSecrets = (): void => {
  removed = []
  changed.emit()
}
