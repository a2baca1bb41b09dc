import { act } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { useSessionStore } from '#session/session-context.ts'
import type { SessionStore } from '#session/session-store.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import { useSignIn } from './use-sign-in.ts'

interface Form {
  session: SessionStore
  enter: (key: string) => void
  leave: () => void
}

/** The sign-in page beside an account that is shown, and a service that responds to a key when told to. */
const openForm = async () => {
  let form: Form | null = null
  const Page = ({ leave }: { leave: () => void }) => {
    const session = useSessionStore()
    const { mutate } = useSignIn('/').attempt
    useEffect(() => {
      form = { session, leave, enter: (key) => mutate({ key, name: '', keep: false }) }
    }, [leave, mutate, session])
    return null
  }
  const App = () => {
    const [isOpen, setOpen] = useState(true)
    return isOpen && <Page leave={() => setOpen(false)} />
  }
  await renderSignedIn(<App />, { instances: [] })
  const waiting: (() => void)[] = []
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(Response.json([anInstance({})])))
      }),
  )
  return {
    form: () => form ?? expect.fail('There is no form.'),
    respond: () =>
      act(async () => {
        await vi.waitFor(() => expect(waiting).not.toEqual([]))
        for (const go of waiting.splice(0)) go()
        await vi.dynamicImportSettled()
        await new Promise((resolve) => {
          setTimeout(resolve, 50)
        })
      }),
  }
}

test('a key whose page was left before the service responded is not taken, and shows no other account', async () => {
  const { form, respond } = await openForm()
  const { session, enter, leave } = form()
  act(() => enter('another-key'))
  act(leave)
  await respond()
  expect(session.state().connections.map(({ key }) => key)).toEqual(['a-key'])
})

test('of two keys given one after the other the last is taken, and no other', async () => {
  const { form, respond } = await openForm()
  const { session, enter } = form()
  act(() => enter('mistyped-key'))
  act(() => enter('another-key'))
  await respond()
  expect(session.state().connections.map(({ key }) => key)).toEqual(['a-key', 'another-key'])
})
