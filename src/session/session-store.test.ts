import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore, noStore } from '#lib/text-store.ts'

import { apiKeySchema } from './api-key.ts'
import type { SessionStores } from './connections.ts'
import { keyHint } from './session-context.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'

const personal = { id: 'c-1', name: 'Personal', key: 'secret-key-of-personal' }
const lab = { id: 'c-2', name: 'Lab', key: 'secret-key-of-lab' }
const stores = () => ({ tab: memoryStore(), device: memoryStore() })
const anotherTab = ({ device }: SessionStores) => ({ tab: memoryStore(), device })
const shown = (session: SessionStore) => session.state().connection?.name ?? null
const names = (session: SessionStore) => session.state().connections.map(({ name }) => name)

describe('one key', () => {
  test('is kept where it was asked to be kept, and nowhere after signing out', () => {
    const here = stores()
    const session = createSessionStore(here)
    expect(session.signIn(personal, false).storedIn).toBe('tab')
    expect(createSessionStore({ ...here, device: memoryStore() }).state().connection?.key).toBe(personal.key)
    expect(shown(createSessionStore(anotherTab(here)))).toBeNull()

    expect(session.signIn(personal, true).storedIn).toBe('device')
    expect(shown(createSessionStore(anotherTab(here)))).toBe('Personal')
    session.signOut()
    expect(names(createSessionStore(here))).toEqual([])
  })

  test('that is refused is asked for, and replaced in the store it lives in', () => {
    const here = stores()
    const session = createSessionStore(here)
    session.signIn(personal, true)
    session.refuseKey(personal.id, personal.key)
    expect(session.state().isKeyRefused).toBe(true)
    session.replaceKey('another-key')
    expect(session.state()).toMatchObject({ connection: { name: 'Personal' }, isKeyRefused: false })
    expect(createSessionStore(anotherTab(here)).state().connection?.key).toBe('another-key')

    session.refuseKey(personal.id, personal.key)
    expect(session.state().isKeyRefused, 'the answer to a request with the old key').toBe(false)
  })

  test('that was kept before there could be several signs in as before', () => {
    const here = stores()
    here.device.setItem('hatteras:connection', JSON.stringify(personal))
    here.tab.setItem('hatteras:connection', JSON.stringify(lab))
    expect(shown(createSessionStore(here))).toBe('Lab')
    const later = createSessionStore(here)
    expect(names(later)).toEqual(['Personal', 'Lab'])
    expect(here.device.getItem('hatteras:connection')).toBeNull()
    later.signOut()
    expect(names(createSessionStore(here))).toEqual(['Personal'])
  })

  test.each([
    ['a full store', { ...memoryStore(), setItem: noStore.setItem }],
    ['a blocked store', noStore],
  ])('signs in with %s too, and is said not to be kept', (_what, device) => {
    const session = createSessionStore({ tab: memoryStore(), device })
    expect(session.signIn(personal, true).storedIn).toBe('page')
    session.rename(personal.id, 'Mine')
    expect(session.state()).toMatchObject({ connection: { name: 'Mine', storedIn: 'page' } })
    session.signOut()
    expect(names(session)).toEqual([])
  })
})

describe('several keys', () => {
  const both = () => {
    const here = stores()
    const session = createSessionStore(here)
    session.signIn(personal, true)
    session.signIn(lab, true)
    return { here, session }
  }

  test('the newest is shown, one switches between them, and a new tab starts with the last used', () => {
    const { here, session } = both()
    expect(shown(session)).toBe('Lab')
    session.switchTo(personal.id)
    expect(shown(session)).toBe('Personal')
    const other = createSessionStore(anotherTab(here))
    expect(shown(other)).toBe('Personal')
    other.switchTo(lab.id)
    session.reload()
    expect(shown(session), 'each tab keeps its own').toBe('Personal')
    expect(shown(createSessionStore(here)), 'after a reload too').toBe('Personal')
    session.switchTo('c-unknown')
    expect(shown(session)).toBe('Personal')
  })

  test('a key that is added twice is the same account, under the name it has', () => {
    const { session } = both()
    session.signIn({ id: 'c-9', name: 'Account 3', key: personal.key }, false)
    expect(names(session)).toEqual(['Personal', 'Lab'])
    expect(session.state().connection).toEqual({ ...personal, storedIn: 'device' })
  })

  test('signing out forgets the one in use and uses no other by itself', () => {
    const { here, session } = both()
    session.signOut()
    expect(shown(session)).toBeNull()
    expect(names(session)).toEqual(['Personal'])
    expect(shown(createSessionStore(here))).toBeNull()
    expect(session.keyOf(lab.id)).toBe('')
  })

  test('one that is not in use is removed without leaving the other', () => {
    const { session } = both()
    session.remove(personal.id)
    expect(shown(session)).toBe('Lab')
    expect(names(session)).toEqual(['Lab'])
  })

  test('the refusal of one key asks nothing of another account', () => {
    const { session } = both()
    session.refuseKey(personal.id, personal.key)
    expect(session.state().isKeyRefused).toBe(false)
    session.refuseKey(lab.id, lab.key)
    session.switchTo(personal.id)
    expect(session.state().isKeyRefused).toBe(false)
  })
})

describe('another tab', () => {
  test('that signs out is followed, also where the key is in this tab only', () => {
    const here = stores()
    const session = createSessionStore(here)
    session.signIn(personal, true)
    session.signIn(lab, false)
    session.switchTo(personal.id)
    const tell = vi.fn<(id: string) => void>()
    createSessionStore(anotherTab(here), tell).signOut()
    expect(tell).toHaveBeenCalledWith(personal.id)
    session.reload()
    expect(shown(session)).toBeNull()
    session.removedElsewhere(lab.id)
    expect(names(session)).toEqual([])
  })

  test('that signs in lets a tab without keys in, and changes nothing where there is a choice', () => {
    const here = stores()
    const waiting = createSessionStore(here)
    const other = createSessionStore(anotherTab(here))
    other.signIn(personal, true)
    waiting.reload()
    expect(shown(waiting)).toBe('Personal')
    other.signIn(lab, true)
    waiting.signOut()
    other.rename(lab.id, 'Atlas lab')
    waiting.reload()
    expect(shown(waiting)).toBeNull()
    expect(names(waiting)).toEqual(['Atlas lab'])
  })

  test('that changes something else makes nobody look again', () => {
    const session = createSessionStore(stores())
    const listener = vi.fn<() => void>()
    session.subscribe(listener)
    session.reload()
    expect(listener).not.toHaveBeenCalled()
  })
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
