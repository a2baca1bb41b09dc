import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { BrowserRouter } from 'react-router'

import { createQueryClient } from '#api/query-client.ts'
import { openStore } from '#lib/stored.ts'
import { SessionContext } from '#session/session-context.ts'
import { createSessionStore } from '#session/session-store.ts'
import { Announcer } from '#ui/announcer.tsx'

import { ErrorBoundary } from './error-boundary.tsx'
import { AppRoutes } from './routes.tsx'

const createApp = () => {
  const session = createSessionStore({
    tab: openStore(() => globalThis.sessionStorage),
    device: openStore(() => globalThis.localStorage),
  })
  const queries = createQueryClient(session.refuseKey)
  let last = session.state().connection
  session.subscribe(() => {
    const { connection } = session.state()
    if (last !== null && connection?.id !== last.id) queries.clear()
    else if (connection?.key !== last?.key) void queries.invalidateQueries()
    last = connection
  })
  return { session, queries }
}

/** Everything a page can count on: who is signed in, the cache of server state, the URL, and a net under it all. */
export const App = () => {
  const [{ session, queries }] = useState(createApp)

  useEffect(() => {
    globalThis.addEventListener('storage', session.reload)
    return () => {
      globalThis.removeEventListener('storage', session.reload)
    }
  }, [session])

  return (
    <ErrorBoundary>
      <SessionContext value={session}>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
          <Announcer />
        </QueryClientProvider>
      </SessionContext>
    </ErrorBoundary>
  )
}
