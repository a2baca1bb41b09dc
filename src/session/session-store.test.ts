import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore } from '#lib/stored.ts'

import { apiKeySchema, keyHint } from './api-key.ts'
import { createSessionStore } from './session-store.ts'

const connection = { id: 'c-1', name: 'Lab', key: 'secret-key-of-lab' }
const stores = () => ({ tab: memoryStore(), device: memoryStore() })

test('a key is kept where it was asked to be kept, and nowhere after signing out', () => {
  const { tab, device } = stores()
  const session = createSessionStore({ tab, device })
  session.signIn(connection, false)
  expect(createSessionStore({ tab, device: memoryStore() }).state().connection).toEqual(connection)
  expect(createSessionStore({ tab: memoryStore(), device }).state().connection).toBeNull()

  session.signIn(connection, true)
  expect(createSessionStore({ tab: memoryStore(), device }).state().connection).toEqual(connection)
  session.signOut()
  expect(createSessionStore({ tab, device }).state().connection).toBeNull()
})

test('a refused key is asked for, and replaced in the store it lives in', () => {
  const { tab, device } = stores()
  const session = createSessionStore({ tab, device })
  session.signIn(connection, true)
  session.refuseKey()
  expect(session.state().isKeyRefused).toBe(true)
  session.replaceKey('another-key')
  expect(session.state()).toEqual({ connection: { ...connection, key: 'another-key' }, isKeyRefused: false })
  expect(createSessionStore({ tab: memoryStore(), device }).state().connection?.key).toBe('another-key')
})

test('signing out in another tab is seen here', () => {
  const { tab, device } = stores()
  const here = createSessionStore({ tab, device })
  here.signIn(connection, true)
  const there = createSessionStore({ tab: memoryStore(), device })
  there.signOut()
  here.reload()
  expect(here.state().connection).toBeNull()
})

test('what people paste becomes a key, and what cannot be sent is refused', () => {
  const read = (text: string) => z.safeParse(apiKeySchema, text)
  expect(read('  abc\n').data).toBe('abc')
  expect(read('Bearer abc').data).toBe('abc')
  expect(read('Authorization: Bearer abc').data).toBe('abc')
  for (const odd of ['', '   ', 'a b', 'schlüssel', 'a\u0000b']) expect(read(odd).success).toBe(false)
})

test('a hint gives away four characters of a long key, and none of a short one', () => {
  expect(keyHint('sandbox-lab-c41f')).toBe('····c41f')
  expect(keyHint('short')).toBe('····')
})
