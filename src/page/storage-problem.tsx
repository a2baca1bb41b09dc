import { queryOptions, useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { DatabaseProblem } from '#storage/database-connection.ts'
import { type Account, fromStorage, storedKey } from '#storage/stored-parts.ts'
import { Note } from '#ui/note.tsx'

/** What a page shows is in one of these stores; the others may be well while one is not. */
type Store = 'activity' | 'ledger'

/** Why a store cannot be read, as the reader is told. */
export const storageProblems: Record<DatabaseProblem, string> = {
  unavailable:
    'This browser blocks storage. What is seen lasts as long as the page, and a reload begins anew.',
  newer:
    'Another version of Hatteras, in another tab, has taken over what this browser remembers. This tab can neither read it nor add to it: reload the page to go on with that version.',
  silent:
    'The storage of this browser does not respond at the moment. What is seen lasts as long as the page, and Hatteras goes on trying.',
}

const problemQuery = ({ connectionId }: Account, store: Store) =>
  queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'counts', store),
    queryFn: async (): Promise<DatabaseProblem | null> => {
      const { databaseProblem, withDatabase } = await import('#storage/database.ts')
      const count = await withDatabase<number | null>((db) => db.count(store), null)
      return count === null ? (databaseProblem() ?? 'silent') : null
    },
  })

/** Why what a page shows is not stored; null where it is, and while that is not known. */
export const useStorageProblem = (store: Store): DatabaseProblem | null =>
  useQuery(problemQuery(useApi(), store)).data ?? null

/** Says on a page why what it shows is not stored. Nothing where it is. */
export const StorageNote = ({ problem }: { problem: DatabaseProblem | null }) =>
  problem !== null && <Note className="mb-4">{storageProblems[problem]}</Note>
