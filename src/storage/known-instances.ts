import { SECOND } from '#lib/time.ts'

import { withDatabase } from './database.ts'

/** How many instances this browser remembers of an account, and how many of them are among those that were asked about. */
interface Remembering {
  all: number
  shared: number
}
type ByAccount = ReadonlyMap<string, Remembering>

/** Somebody waits to be signed in: a store that does not respond in time remembers nothing. */
const longestWait = SECOND

/** By account, what this browser remembers of these instances and of others. Empty where it stores nothing. */
export const rememberedBy = (uuids: ReadonlySet<string>): Promise<ByAccount> => {
  const nothing: ByAccount = new Map()
  const read = withDatabase<ByAccount>(async (db) => {
    const accounts = new Map<string, Remembering>()
    for (const [connection, uuid] of await db.getAllKeys('names')) {
      const { all, shared } = accounts.get(connection) ?? { all: 0, shared: 0 }
      accounts.set(connection, { all: all + 1, shared: shared + (uuids.has(uuid) ? 1 : 0) })
    }
    return accounts
  }, nothing)
  return Promise.race([
    read,
    new Promise<ByAccount>((resolve) => {
      setTimeout(resolve, longestWait, nothing)
    }),
  ])
}
