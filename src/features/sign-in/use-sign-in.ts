import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'

import { keys } from '#api/cache.ts'
import { pathInAnyAccount } from '#model/paths.ts'
import { defaultAccountName } from '#session/account-names.ts'
import { connectionId, tryKey } from '#session/api-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { showToast } from '#ui/toast-store.ts'

import { importPast } from './import-past.ts'

interface Attempt {
  key: string
  /** Empty for a name of our choice. */
  name: string
  keep: boolean
  /** Whether the account is an example, whose past is to be taken in. */
  isExample?: boolean
}

/** Tries a key, signs in with it and goes on to `to`. What is wrong with the key is the mutation's error. */
export const useSignIn = (to: string) => {
  const session = useSessionStore()
  const { connections, connection: before } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()

  return useMutation({
    mutationFn: async ({ key }: Attempt) => ({ id: await connectionId(key), list: await tryKey(key) }),
    gcTime: 0,
    onSuccess: async ({ id, list }, { key, name, keep, isExample }) => {
      const wasKnown = connections.some((one) => one.key === key)
      const chosen = name.trim() === '' ? defaultAccountName(connections.map((one) => one.name)) : name.trim()
      const connection = session.signIn({ id, name: chosen, key }, keep)
      queries.setQueryData(keys.list(connection.id), list)
      if (wasKnown)
        showToast({
          title: `That key was here already, as ${connection.name}.`,
          detail: 'Nothing was added.',
        })
      if (connection.storedIn === 'page')
        showToast({
          tone: 'bad',
          title: 'You are signed in, but the key is not kept.',
          detail:
            'This browser blocks storage or has no room left. A reload asks for the key again; you can work until then.',
        })
      await navigate(before === null ? to : pathInAnyAccount(to), { replace: true })
      // It goes on by itself: the first rows do not wait for it.
      if (isExample === true) void importPast(connection)
    },
  })
}
