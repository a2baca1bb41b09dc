import { act, cleanup } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, test, vi } from 'vitest'

import { ApiError } from '#api/api-error.ts'
import { keys } from '#api/cache.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import { signIn } from '#session/session-changes.ts'
import { useSessionStore } from '#session/session-context.ts'
import type { SessionStore } from '#session/session-store.ts'
import { recallActivity } from '#storage/activity.ts'
import { noteForgotten } from '#storage/forgotten.ts'
import { fleetPreferences } from '#storage/preferences.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import AfterRows from './after-rows.tsx'

vi.mock('#storage/database.ts', async (original) => ({
  ...(await original<object>()),
  hasDatabases: () => true,
  databaseProblem: () => null,
}))

const instances = [anInstance({ uuid: 'a', state: 'exited' })]
const stored = () => Object.keys(localStorage).filter((name) => name.endsWith(':test-account'))

/** The session of a page that shows what follows the rows. */
const openPage = async () => {
  const held: { session?: SessionStore } = {}
  const Page = () => {
    const store = useSessionStore()
    useEffect(() => {
      held.session = store
    }, [store])
    return <AfterRows instances={instances} />
  }
  const { poll, queries, account } = await renderSignedIn(<Page />, { instances })
  const read = async () => {
    const queryFn = () => ({ instances, unreadable: 0 })
    await act(() => queries.fetchQuery({ queryKey: keys.list('test-account'), queryFn }))
    await poll()
  }
  return { read, account, session: held.session ?? expect.fail('There is no session.') }
}

test('a page that was away while its account was forgotten, and signed in again, goes on storing what it sees', async () => {
  const { read, session } = await openPage()
  await read()
  await vi.waitFor(() => expect(stored()).not.toEqual([]))
  for (const name of stored()) localStorage.removeItem(name)
  act(() => noteForgotten('test-account'))
  await read()
  expect(stored()).toEqual([])
  act(() => void signIn(session, { id: 'test-account', name: 'Test', key: 'a-key' }, false))
  await read()
  await vi.waitFor(() => expect(stored()).not.toEqual([]))
})

test('the first rows are stored anew once the fleet is drawn in another way, and not where they were forgotten', async () => {
  const { read } = await openPage()
  const name = 'hatteras:last-fleet:test-account'
  const columns = null
  fleetPreferences.write({ density: 'comfortable', columns })
  await read()
  await vi.waitFor(() => expect(sessionStorage.getItem(name)).toContain('"isCompact":false'))
  fleetPreferences.write({ density: 'compact', columns })
  expect(sessionStorage.getItem(name)).toContain('"isCompact":true')
  sessionStorage.removeItem(name)
  fleetPreferences.write({ density: 'comfortable', columns })
  expect(sessionStorage.getItem(name)).toBeNull()
})

test('a stop that was told as refused, and is seen to be done later, is no refusal in Activity', async () => {
  const { account } = await openPage()
  const titles = async () => {
    const happenings = await recallActivity('test-account', Date.now())
    return happenings.map(({ title }) => title)
  }
  const { operations } = account
  const refuse = () =>
    Promise.reject(new ApiError({ kind: 'http', message: 'It is not running.', status: 400 }))
  await act(() => operations.run({ action: 'stop', uuid: 'a', name: 'one' }, refuse).answered)
  await vi.waitFor(async () => expect(await titles()).toEqual(['Stop refused (400)']))
  act(() => operations.settle([anInstance({ uuid: 'a', state: 'running' })], false))
  act(() => operations.settle([anInstance({ uuid: 'a', state: 'exited' })], false))
  await vi.waitFor(async () => expect(await titles()).toEqual(['Stopping']))
})

test('once its account is signed out in another tab, a page stores nothing more of it in this browser', async () => {
  const { read, session } = await openPage()
  await read()
  await vi.waitFor(() => expect(stored()).not.toEqual([]))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1000 })
  await read()
  for (const name of stored()) localStorage.removeItem(name)
  // The page of an account goes with it.
  session.removedElsewhere('test-account')
  cleanup()
  expect(stored()).toEqual([])
  vi.useRealTimers()
})
