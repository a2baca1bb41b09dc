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

/** A tab that is signed in, and so busy that its answer comes `ms` after it was asked. */
const busyTab = (device: TextStore, account: typeof personal, ms: number) => {
  signIn(createSessionStore({ tab: memoryStore(), device }), account, false)
  const channel = new BroadcastChannel('hatteras-keys')
  channel.addEventListener('message', ({ data }: MessageEvent<{ from: string; service: string }>) => {
    setTimeout(() => {
      const connection = { ...account, service: data.service, since: Date.now() }
      channel.postMessage({ kind: 'offer', to: data.from, connection })
    }, ms)
  })
  stops.push(() => channel.close())
}

test('the tab that was looked at last is waited for while it is busy, though another answers sooner', async () => {
  const device = memoryStore()
  openTab(device, personal)
  busyTab(device, lab, 600)
  expect(await newTab(device)).toBe('Lab')
})

test('a busy tab that answers after the waiting is over is heard, until the new tab stops listening', async () => {
  const device = memoryStore()
  busyTab(device, personal, 400)
  const heard = createSessionStore({ tab: memoryStore(), device })
  const deaf = createSessionStore({ tab: memoryStore(), device })
  const changed = new Promise<void>((resolve) => {
    heard.subscribe(resolve)
  })
  let hasWaited = false
  stops.push(
    askForKey(heard, () => {
      hasWaited = true
    }),
  )
  await new Promise<void>((resolve) => {
    const stop = askForKey(deaf, () => {
      stop()
      resolve()
    })
  })
  expect(hasWaited).toBe(true)
  expect(heard.state().connection).toBeNull()
  await changed
  expect(heard.state().connection?.name).toBe('Personal')
  expect(deaf.state().connection).toBeNull()
})

test('a tab that was being loaded when it was asked is asked again', async () => {
  const device = memoryStore()
  const loading = createSessionStore({ tab: memoryStore(), device })
  signIn(loading, personal, false)
  const session = createSessionStore({ tab: memoryStore(), device })
  const changed = new Promise<void>((resolve) => {
    session.subscribe(resolve)
  })
  await new Promise<void>((resolve) => {
    stops.push(askForKey(session, resolve))
  })
  expect(session.state().connection).toBeNull()
  stops.push(offerKey(loading))
  await changed
  expect(session.state().connection?.name).toBe('Personal')
})
