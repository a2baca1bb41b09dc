import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { useSession } from '#session/session-context.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import { KeyRefused } from './key-refused.tsx'

const Page = () => (
  <>
    <KeyRefused />
    {useSession().isKeyRefused && 'asked for a key'}
  </>
)
const unauthorized = () => Response.json({ detail: 'Invalid token.' }, { status: 401 })

test.each([
  ['before anything was read', true],
  ['in mid-session', false],
])('a key that is refused %s is told, and asked for again', async (_, isAtOnce) => {
  let isRefused = isAtOnce
  let isBroken = false
  const read = () =>
    isBroken
      ? new Response(null, { status: 503 })
      : isRefused
        ? unauthorized()
        : Response.json([anInstance()])
  const { poll, session } = await renderSignedIn(<Page />, { instances: [], read })
  if (!isAtOnce) {
    expect(screen.queryByRole('alert')).toBeNull()
    isRefused = true
    await poll()
  }
  expect(screen.getByRole('alert').textContent).toContain('The API key is no longer accepted.')
  expect(screen.getByRole('alert').textContent).not.toContain('by itself')
  session.keepRefusedKey()
  fireEvent.click(screen.getByRole('button', { name: 'Enter a key' }))
  await screen.findByText('asked for a key')

  isBroken = true
  await poll()
  expect(screen.getByRole('alert').textContent).toContain('The API key is no longer accepted.')

  isBroken = false
  isRefused = false
  await poll()
  expect(screen.queryByRole('alert')).toBeNull()
})
