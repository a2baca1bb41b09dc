import { act, fireEvent, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { later } from '#operations/operations.fixture.ts'
import type { SessionStore } from '#session/session-store.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import ReauthDialog from './reauth-dialog.tsx'

/** A page whose key is refused, and the answer to the next one that is tried. */
const open = async () => {
  const seen: { session?: SessionStore } = {}
  const Page = () => {
    const session = useSessionStore()
    useEffect(() => {
      seen.session = session
    }, [session])
    return useSession().isKeyRefused && <ReauthDialog />
  }
  await renderSignedIn(<Page />, { instances: [anInstance()] })
  const answer = later<Response>()
  vi.stubGlobal('fetch', () => answer.promise)
  act(() => seen.session?.refuseKey('test-account', 'a-key'))
  fireEvent.change(await screen.findByLabelText('API key'), { target: { value: 'another-key' } })
  fireEvent.click(screen.getByRole('button', { name: 'Use this key', hidden: true }))
  /** The service lets the key in. */
  const accept = () =>
    act(async () => {
      answer.give(Response.json([]))
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
  return { accept, keyInUse: () => seen.session?.keyOf('test-account') }
}

test('a key that the service accepts takes the place of the refused one', async () => {
  const { accept, keyInUse } = await open()
  await accept()
  await vi.waitFor(() => expect(keyInUse()).toBe('another-key'))
})

test('one whose dialog was closed before the answer does not', async () => {
  const { accept, keyInUse } = await open()
  fireEvent.click(screen.getByRole('button', { name: 'Close', hidden: true }))
  await accept()
  expect(keyInUse()).toBe('a-key')
})
