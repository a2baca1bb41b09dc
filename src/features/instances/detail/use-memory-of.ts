import { useEffect, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { type KnownName, recallName } from '#storage/known-names.ts'
import { type OtherConnection, useOtherConnections } from '#session/session-context.ts'

interface MemoryOf {
  /** What this browser knows of it in the account in use. */
  known: KnownName | null
  /** Another account that this browser has a key of, and that had it when last seen. */
  elsewhere: OtherConnection | null
}

/** What this browser remembers under a name or a uuid, in every account it has a key of; undefined until it has looked. */
export const useMemoryOf = (ref: string): MemoryOf | undefined => {
  const { connectionId } = useApi()
  const others = useOtherConnections()
  const [recalled, setRecalled] = useState<{ for: string; known: KnownName | null; by: string | null }>()
  const otherIds = others.map(({ id }) => id).join(' ')
  const question = `${ref} ${connectionId} ${otherIds}`

  useEffect(() => {
    let isLeft = false
    const look = async () => {
      const known = await recallName(connectionId, ref)
      const found = await Promise.all(
        otherIds.split(' ').map(async (id) => ({ id, seenAt: (await recallName(id, ref))?.seenAt ?? null })),
      )
      const [newest] = found
        .flatMap(({ id, seenAt }) => (seenAt === null ? [] : [{ id, seenAt }]))
        .toSorted((a, b) => b.seenAt - a.seenAt)
      if (!isLeft) setRecalled({ for: question, known, by: newest?.id ?? null })
    }
    void look()
    return () => {
      isLeft = true
    }
  }, [connectionId, otherIds, question, ref])

  if (recalled?.for !== question) return undefined
  return { known: recalled.known, elsewhere: others.find(({ id }) => id === recalled.by) ?? null }
}
