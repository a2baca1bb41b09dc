import type { Connection } from '#session/connections.ts'
import { unfinishedImport } from '#session/unfinished-import.ts'
import { forgottenAt, watchForgetting } from '#storage/forgotten.ts'

/** Where the server that handed out the page offers a past of the sandbox's account; null where it offers none. */
const pastAddress = (): string | null => {
  const address = document.querySelector('meta[name="hatteras-past"]')?.getAttribute('content') ?? ''
  // Only of this server: the key goes along.
  return /^\/[^/\\]/.test(address) ? address : null
}

/** What goes on in this page. */
const underWay = new Set<string>()
/** An account that was forgotten may begin anew while the import from before is still on its way. */
const importOf = (id: string): string => `${id} ${forgottenAt(id)}`

/**
 * Takes in a week of the sandbox's account, as an export of another browser would be: so that charts, costs and activity have
 * something to show at first sight. Where it cannot be had nothing is missing, and nothing is said. A page that is left meanwhile begins it
 * anew when it comes back; where the account is forgotten meanwhile, it is given up.
 */
export const importPast = async ({ id, key }: Pick<Connection, 'id' | 'key'>): Promise<void> => {
  const address = pastAddress()
  const isForgotten = watchForgetting()
  const mine = importOf(id)
  if (address === null || underWay.has(mine)) return
  underWay.add(mine)
  const { store, key: unfinished } = unfinishedImport
  try {
    store.setItem(unfinished, id)
    const response = await fetch(`${address}?connection=${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    if (response.ok && !isForgotten(id)) {
      const { importStored } = await import('#storage/transfer.ts')
      await importStored(await response.text(), id, Date.now(), { isForgotten })
    }
    underWay.delete(mine)
    if (!underWay.has(importOf(id))) store.removeItem(unfinished)
  } catch {
    // There is none to be had now, or the page is being left.
    underWay.delete(mine)
  }
}
