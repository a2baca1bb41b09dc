import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import { keys } from '#api/cache.ts'
import type { InstanceList } from '#contract/instance.ts'
import { pathInAnyAccount } from '#model/paths.ts'
import { defaultAccountName } from '#session/account-names.ts'
import { connectionId, tryKey } from '#session/api-key.ts'
import type { Connection } from '#session/connections.ts'
import { otherKeys, signIn } from '#session/session-changes.ts'
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

/** Apart from the page, which comes first. Where it cannot be had, a key is taken for a new account. */
const loadWhoseList = () => import('./whose-list.ts').catch(() => null)

/** The key shows the instances of an account that this browser knows by another key. */
export interface KnownAccount {
  /** The account's name, where its other key is here; null where it is only remembered. */
  name: string | null
  /** Goes on as that account, with this key in place of the other one. */
  takeOver: () => void
  /** Signs in as an account of its own. */
  keepApart: () => void
  cancel: () => void
}

/** Tries a key, signs in with it and goes on to `to`. What is wrong with the key is the mutation's error. */
export const useSignIn = (to: string) => {
  const session = useSessionStore()
  const { connections, connection: before } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [known, setKnown] = useState<KnownAccount | null>(null)
  /** The key that was given last; none once the page is left: whoever has gone back does not want another account shown. */
  const newest = useRef<Attempt | null>(null)
  useEffect(
    () => () => {
      newest.current = null
    },
    [],
  )

  const finish = async (connection: Connection, list: InstanceList, { keep, isExample }: Attempt) => {
    setKnown(null)
    const signedIn = signIn(session, connection, keep)
    queries.setQueryData(keys.list(signedIn.id), list)
    if (signedIn.storedIn === 'page')
      showToast({
        tone: 'bad',
        title: 'You are signed in, but the key is not kept.',
        detail:
          'This browser blocks storage or has no room left. A reload asks for the key again; you can work until then.',
      })
    await navigate(before === null ? to : pathInAnyAccount(to), { replace: true })
    // It goes on by itself: the first rows do not wait for it.
    if (isExample === true) void importPast(signedIn)
  }

  const attempt = useMutation({
    mutationFn: async ({ key }: Attempt) => {
      const list = await tryKey(key)
      const id = connectionId(key, session.service)
      const sameKey = connections.find((one) => one.key === key)
      const here = connections.map((one) => one.id)
      const { elsewhere } = otherKeys(session)
      const passed = new Set([id, ...elsewhere.map((one) => one.id)])
      const whose = sameKey === undefined ? await loadWhoseList() : null
      const account = (await whose?.accountWith(queries, list, id, here, passed)) ?? null
      return { id, list, sameKey, account }
    },
    gcTime: 0,
    onMutate: (given) => {
      newest.current = given
    },
    onSuccess: async ({ id, list, sameKey, account }, given) => {
      if (newest.current !== given) return
      const { key, name } = given
      const chosen = name.trim() === '' ? defaultAccountName(connections.map((one) => one.name)) : name.trim()
      if (sameKey !== undefined)
        showToast({
          title: `That key was here already, as ${sameKey.name}.`,
          detail: 'Nothing was added.',
        })
      if (account === null) {
        await finish({ id, name: chosen, key }, list, given)
        return
      }
      setKnown({
        name: connections.find((one) => one.id === account)?.name ?? null,
        takeOver: () => void finish({ id: account, name: chosen, key }, list, given),
        keepApart: () => void finish({ id, name: chosen, key }, list, given),
        cancel: () => setKnown(null),
      })
    },
  })
  return { attempt, known }
}
