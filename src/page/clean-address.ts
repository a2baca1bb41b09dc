import { createEmitter } from '#lib/emitter.ts'

/** Whether this is what someone may call a secret of the create form, or the API key, in whatever spelling. */
const isSecret = (name: string): boolean =>
  /^(?:(?:aws|s3)?secret(?:access)?key|(?:anthropic|claude|ccloud|carolinacloud)?apikey)$/.test(
    name.toLowerCase().replaceAll(/[^a-z]/g, ''),
  )

/** An address without the secrets that someone put into its query or its hash, and what these were called. */
export const withoutSecrets = (address: string): { address: string; found: readonly string[] } => {
  const found: string[] = []
  const rest = address.replaceAll(
    /([?&#;])([^=?&#;]*)=([^&#;]*)/g,
    (all, mark: string, name: string, value: string) => {
      const [[field = '', text = ''] = []] = new URLSearchParams(`${name}=${value}`)
      if (isSecret(field)) {
        found.push(field)
        return mark
      }
      // The page that sign-in leads to is an address in itself.
      const inner = field === 'to' ? withoutSecrets(text) : null
      if (inner === null || inner.found.length === 0) return all
      found.push(...inner.found)
      return `${mark}to=${encodeURIComponent(inner.address)}`
    },
  )
  return found.length === 0
    ? { address, found }
    : {
        address: rest
          .replaceAll(/([?#])[&;]+/g, '$1')
          .replaceAll(/([&;])[&;]+/g, '$1')
          .replaceAll(/[?&#;]+(?=#|$)/g, ''),
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
