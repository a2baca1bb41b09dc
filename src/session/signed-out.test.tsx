import { beforeEach, expect, test } from 'vitest'

import { memoryStore } from '#lib/text-store.ts'

import { everyKey } from './connections.ts'
import { signIn } from './session-changes.ts'
import { createSessionStore } from './session-store.ts'

const personal = { id: 'c-1', name: 'Personal', key: 'secret-key-of-personal' }
const fleetOf = (id: string) => `hatteras:last-fleet:${id}`
const fleets = () => Object.keys(localStorage).filter((name) => name.startsWith(fleetOf('')))

beforeEach(() => {
  localStorage.clear()
})
const storeFleets = () => {
  for (const id of ['c-1', 'c-2'])
    localStorage.setItem(fleetOf(id), JSON.stringify({ rows: 'x'.repeat(300) }))
}

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
  const { session } = open()
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
