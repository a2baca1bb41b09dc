import type { Connection } from '#session/connections.ts'

/** Where the server that handed out the page offers a past of the sandbox's account; null where it offers none. */
const pastAddress = (): string | null => {
  const address = document.querySelector('meta[name="hatteras-past"]')?.getAttribute('content') ?? ''
  // Only of this server: the key goes along.
  return /^\/[^/\\]/.test(address) ? address : null
}

/**
 * Takes in a week of the sandbox's account, as an export of another browser would be: so that charts, costs and activity have
 * something to show at first sight. Where it cannot be had nothing is missing, and nothing is said.
 */
export const importPast = async ({ id, key }: Pick<Connection, 'id' | 'key'>): Promise<void> => {
  const address = pastAddress()
  if (address === null) return
  try {
    const response = await fetch(`${address}?connection=${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    if (!response.ok) return
    const { importStored } = await import('#storage/transfer.ts')
    await importStored(await response.text(), id, Date.now())
  } catch {
    // There is no past to be had.
  }
}
