import { beforeEach, expect, test } from 'vitest'

import { memoryStore } from '#lib/text-store.ts'

import { everyKey } from './connections.ts'
import { signIn } from './session-changes.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'

const personal = { id: 'c-1', name: 'Personal', key: 'secret-key-of-personal' }
const fleetOf = (id: string) => `hatteras:last-fleet:${id}`
const fleets = (store: Storage = localStorage) =>
  Object.keys(store).filter((name) => name.startsWith(fleetOf('')))

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
const storeFleets = (store: Storage = localStorage) => {
  for (const id of ['c-1', 'c-2']) store.setItem(fleetOf(id), JSON.stringify({ rows: 'x'.repeat(300) }))
}
const openTab = () => createSessionStore({ tab: sessionStorage, device: localStorage }, undefined, 'here')

/** Signed in for this tab, beside a tab that is away and has the key too. */
const open = () => {
  const tab = memoryStore()
  const session = createSessionStore({ tab, device: localStorage })
  signIn(session, personal, false)
  storeFleets()
  const away = memoryStore()
  away.setItem('hatteras:connections', tab.getItem('hatteras:connections') ?? '')
  const back = () => createSessionStore({ tab: away, device: localStorage }).state().connections
  return { session, back }
}

/** To the last letter. */
const fill = () => {
  for (let size = 2 ** 22, name = 0; size >= 1; name += 1)
    try {
      localStorage.setItem(`f${name}`, 'x'.repeat(size))
    } catch {
      size /= 2
    }
}

test('takes the fleet of that account along, and that of each with all keys, of whatever service', () => {
  const session = openTab()
  const other = { id: 'c-2', name: 'Other', key: 'secret-key-of-other' }
  signIn(createSessionStore({ tab: sessionStorage, device: localStorage }, undefined, 'there'), other, true)
  signIn(session, personal, true)
  storeFleets()
  session.signOut()
  expect(fleets()).toEqual([fleetOf('c-2')])
  session.remove(everyKey)
  expect(fleets()).toEqual([])
})

test('a page that starts drops the fleets of keys that it does not have', () => {
  storeFleets()
  signIn(createSessionStore({ tab: memoryStore(), device: localStorage }), personal, true)
  expect(fleets()).toEqual([])
  storeFleets()
  createSessionStore({ tab: memoryStore(), device: localStorage })
  expect(fleets()).toEqual([fleetOf('c-1')])
})

test('a page that starts drops the fleets whose key is in the other store', () => {
  signIn(openTab(), personal, false)
  storeFleets()
  storeFleets(sessionStorage)
  openTab()
  expect(fleets()).toEqual([])
  expect(fleets(sessionStorage)).toEqual([fleetOf('c-1')])
})

test('a fleet leaves its store with its key', () => {
  const session = openTab()
  signIn(session, personal, false)
  storeFleets(sessionStorage)
  signIn(session, personal, true)
  expect(fleets(sessionStorage)).toEqual([])
})

test('a tab that comes back after a sign-out and a sign-in in another one has no fleet of before', () => {
  signIn(openTab(), personal, false)
  storeFleets(sessionStorage)
  const other = createSessionStore({ tab: memoryStore(), device: localStorage }, undefined, 'here')
  other.remove('c-1')
  signIn(other, personal, true)
  expect(openTab().state().connection?.storedIn).toBe('device')
  expect(fleets(sessionStorage)).toEqual([])
})

test('a key of another service, forgotten in another tab, takes its fleet along in this one', () => {
  signIn(
    createSessionStore({ tab: sessionStorage, device: localStorage }, undefined, 'there'),
    personal,
    false,
  )
  const session = openTab()
  storeFleets(sessionStorage)
  session.removedElsewhere('c-1')
  expect(fleets(sessionStorage)).toEqual([])
})

test('what a tab stored once more after a sign-out elsewhere goes when it hears of it', () => {
  const session = openTab()
  signIn(session, personal, true)
  createSessionStore({ tab: memoryStore(), device: localStorage }, undefined, 'here').remove('c-1')
  storeFleets()
  session.reload()
  expect(fleets()).toEqual([])
})

test.each([
  ['that is open, on whatever page, when it hears of it', (session: SessionStore) => session.reload()],
  ['that was away when it comes back', () => void openTab()],
])('once all is forgotten in another tab, a tab %s drops its fleets of before, once', (_what, hear) => {
  const session = openTab()
  signIn(session, personal, false)
  storeFleets(sessionStorage)
  localStorage.setItem('hatteras:fleets-forgotten', '7')
  hear(session)
  expect(fleets(sessionStorage)).toEqual([])
  storeFleets(sessionStorage)
  hear(session)
  expect(fleets(sessionStorage)).toEqual([fleetOf('c-1')])
})

test('in a full store it makes room for the note to tabs that are away', () => {
  const { session, back } = open()
  fill()
  session.signOut()
  expect(session.isNoted()).toBe(true)
  expect(back()).toEqual([])
})

test('where there is no room to be made it is said that they do not learn of it', () => {
  const { session, back } = open()
  for (const name of ['hatteras:current', ...fleets()]) localStorage.removeItem(name)
  fill()
  session.signOut()
  expect(session.isNoted()).toBe(false)
  expect(back()).toHaveLength(1)
})
