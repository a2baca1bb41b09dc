import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { BrowserRouter } from 'react-router'

import { keys } from '#api/cache.ts'
import { hasEarlyList } from '#api/early-list.ts'
import { instancesQuery } from '#api/queries.ts'
import { createQueryClient } from '#api/query-client.ts'
import { noStore, openStore } from '#lib/text-store.ts'
import type { OperationAction } from '#model/instance/operation.ts'
import { paths } from '#model/paths.ts'
import { service } from '#session/backend.ts'
import { SessionContext } from '#session/session-context.ts'
import { createSessionStore } from '#session/session-store.ts'
import { tabChannel } from '#session/tab-channel.ts'
import { removedFromAddress } from '#page/clean-address.ts'
import { Announcer } from '#ui/announcer.tsx'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { dismissToasts } from '#ui/toast-store.ts'

import { createAccounts } from './account.ts'
import { PageFailure } from './lazy-page.tsx'
import { AppRoutes } from './routes.tsx'

export const createApp = () => {
  const device = openStore(() => globalThis.localStorage, noStore)
  const session = createSessionStore(
    { tab: openStore(() => globalThis.sessionStorage, noStore), device },
    (connectionId) => {
      tabChannel.send({ kind: 'key-removed', connectionId })
    },
    service(),
  )
  const queries = createQueryClient()
  const accounts = createAccounts(session, queries)
  let last = session.state()
  session.subscribe(() => {
    const now = session.state()
    // What was read with a key that is gone, passwords included, goes with it; what waits under another account stays for the way back.
    const left: OperationAction[] = []
    for (const { id } of last.connections)
      if (now.connections.every((one) => one.id !== id)) {
        left.push(...accounts.forget(id))
        // Once the page is gone: what it still shows would stay in memory until its time is up.
        setTimeout(() => queries.removeQueries({ queryKey: keys.all(id) }))
      }
    // Once those of the account are gone. Where its file does not come, nothing is told.
    if (left.length > 0)
      void import('./left-on-way.ts').then(
        ({ tellLeftOnWay }) => tellLeftOnWay(left),
        () => undefined,
      )
    if (now.connection?.id !== last.connection?.id) dismissToasts()
    else if (now.connection !== null && now.connection.key !== last.connection?.key)
      void queries.invalidateQueries({ queryKey: keys.all(now.connection.id) })
    last = now
  })
  return { session, queries, accounts }
}
type AppState = ReturnType<typeof createApp>

/**
 * Reads the list that was asked for before the app was there, for the fleet: a page whose code is still to come would find it old, and
 * ask anew. Without a list it is left to the pages, as is what a failure says.
 */
export const readEarlyList = async ({ session, queries, accounts }: AppState): Promise<void> => {
  const { connection } = session.state()
  const isFleet = ['/', paths.instances()].includes(location.pathname)
  if (connection !== null && isFleet && (await hasEarlyList()))
    await queries.prefetchQuery(instancesQuery(accounts.of(connection.id).api))
}

const SecretsRemoved = lazyPart(() => import('./secrets-removed.tsx'), { failed: 'line' })

/** Everything a page can count on: who is signed in, the cache of server state, the URL, and a net under it all. */
export const App = ({ session, queries, accounts }: AppState) => {
  const removed = useSyncExternalStore(removedFromAddress.subscribe, removedFromAddress.read)

  useEffect(() => {
    // A tab that was away (hidden, offline, frozen, in the back/forward cache) may have missed a sign-out: before it asks for anything.
    const events = ['storage', 'visibilitychange', 'pageshow']
    for (const event of events) globalThis.addEventListener(event, session.reload, true)
    const stopListening = tabChannel.listen((message) => {
      if (message.kind === 'key-removed') session.removedElsewhere(message.connectionId)
    })
    return () => {
      stopListening()
      for (const event of events) globalThis.removeEventListener(event, session.reload, true)
    }
  }, [session])

  return (
    <ErrorBoundary renderFailure={({ error }) => <PageFailure error={error} />}>
      <SessionContext value={session}>
        <QueryClientProvider client={queries}>
          {removed !== '' && <SecretsRemoved removed={removed} />}
          <BrowserRouter>
            <AppRoutes accounts={accounts} />
          </BrowserRouter>
          <Announcer />
        </QueryClientProvider>
      </SessionContext>
    </ErrorBoundary>
  )
}
