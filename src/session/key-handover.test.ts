import { afterEach, expect, test } from 'vitest'

import { memoryStore, type TextStore } from '#lib/text-store.ts'

import { askForKey, lookedAt, offerKey } from './key-handover.ts'
import { signIn } from './session-changes.ts'
import { createSessionStore } from './session-store.ts'

const personal = { id: 'c-1', name: 'Personal', key: 'secret-key-of-personal' }
const lab = { id: 'c-2', name: 'Lab', key: 'secret-key-of-lab' }

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A tab that is signed in, and hands over its key. */
const openTab = (device: TextStore, account: typeof personal) => {
  const session = createSessionStore({ tab: memoryStore(), device })
  signIn(session, account, false)
  stops.push(offerKey(session))
  return session
}

/** Whose account a new tab shows. */
const newTab = async (device: TextStore) => {
  const session = createSessionStore({ tab: memoryStore(), device })
  await new Promise<void>((resolve) => {
    stops.push(askForKey(session, resolve))
  })
  return session.state().connection?.name
}

test('a new tab shows the account of the tab that was looked at last, whichever hands its key over first', async () => {
  const device = memoryStore()
  const first = openTab(device, personal)
  const second = openTab(device, lab)
  expect(await newTab(device)).toBe('Lab')
  lookedAt(first)
  expect(await newTab(device)).toBe('Personal')
  lookedAt(second)
  expect(await newTab(device)).toBe('Lab')
})

test('where that account has no tab any more, it takes what there is', async () => {
  const device = memoryStore()
  openTab(device, personal)
  device.setItem('hatteras:current', JSON.stringify(lab.id))
  expect(await newTab(device)).toBe('Personal')
})
