import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'

import { createQueryClient } from '#api/query-client.ts'
import { createAccounts } from '#app/account.ts'
import { ApiProvider } from '#app/api-provider.tsx'
import type { Instance } from '#contract/instance.ts'
import { memoryStore } from '#lib/text-store.ts'
import { SessionContext } from '#session/session-context.ts'
import { signIn } from '#session/session-changes.ts'
import { createSessionStore } from '#session/session-store.ts'

const connectionId = 'test-account'

interface RenderOptions {
  instances: readonly Instance[]
  at?: string
  /** How the service responds to what is to change something. */
  respond?: (method: string, url: string) => Promise<Response>
  /** What it answers in place of what `instances` has. */
  read?: () => Response
}

/**
 * Renders a page, or a part of one, as the app does when signed in, with a service that has `instances`. `service` is that service:
 * what it has may be changed, and is seen at the next `poll`.
 */
export const renderSignedIn = async (
  children: ReactNode,
  { instances, at = '/', respond, read }: RenderOptions,
) => {
  const service = { instances }
  vi.stubGlobal('fetch', (url: string, { method = 'GET' }: RequestInit = {}) => {
    if (method !== 'GET' && respond !== undefined) return respond(method, url)
    if (read !== undefined) return Promise.resolve(read())
    const one = /\/instance\/([^/]+)\/$/.exec(url)?.[1]
    const found = service.instances.find(({ uuid, name }) => uuid === one || name === one)
    return Promise.resolve(
      one !== undefined && found === undefined
        ? Response.json({ error: 'Not found' }, { status: 404 })
        : Response.json(found ?? service.instances),
    )
  })
  const session = createSessionStore({ tab: memoryStore(), device: memoryStore() })
  signIn(session, { id: connectionId, name: 'Test', key: 'a-key' }, false)
  const queries = createQueryClient()
  const account = createAccounts(session, queries).of(connectionId)

  // Awaited, or React may never go on with what waits for its code.
  await act(async () => {
    render(
      <SessionContext value={session}>
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[at]}>
            <ApiProvider account={account}>{children}</ApiProvider>
          </MemoryRouter>
        </QueryClientProvider>
      </SessionContext>,
    )
  })
  /** Reads everything on the page again, as a poll does. */
  const poll = () => act(() => queries.refetchQueries())
  await poll()
  return { service, poll, account, queries, session }
}
