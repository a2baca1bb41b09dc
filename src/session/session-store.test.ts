import { describe, expect, test, vi } from 'vitest'

import { memoryStore, noStore } from '#lib/text-store.ts'

import { connectionId } from './api-key.ts'
import { everyKey, type SessionStores } from './connections.ts'
import { claimKey, isNewTab, otherKeys, renameKey, replaceKey, signIn, takeKey } from './session-changes.ts'
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
    expect(signIn(session, personal, false).storedIn).toBe('tab')
    expect(createSessionStore({ ...here, device: memoryStore() }).state().connection?.key).toBe(personal.key)
    expect(shown(createSessionStore(anotherTab(here)))).toBeNull()

    expect(signIn(session, personal, true).storedIn).toBe('device')
    expect(shown(createSessionStore(anotherTab(here)))).toBe('Personal')
    session.signOut()
    expect(names(createSessionStore(here))).toEqual([])
  })

  test('that is refused is asked for, and replaced in the store it lives in', () => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, true)
    session.refuseKey(personal.id, personal.key)
    expect(session.state().isKeyRefused).toBe(true)
    replaceKey(session, personal.id, 'another-key')
    expect(session.state()).toMatchObject({ connection: { name: 'Personal' }, isKeyRefused: false })
    expect(createSessionStore(anotherTab(here)).state().connection?.key).toBe('another-key')

    session.refuseKey(personal.id, personal.key)
    expect(session.state().isKeyRefused, 'the answer to a request with the old key').toBe(false)
  })

  test.each([
    ['a full store', { ...memoryStore(), setItem: noStore.setItem }],
    ['a blocked store', noStore],
  ])('signs in with %s too, and is said not to be kept', (_what, device) => {
    const session = createSessionStore({ tab: memoryStore(), device })
    expect(signIn(session, personal, true).storedIn).toBe('page')
    renameKey(session, personal.id, 'Mine')
    expect(session.state()).toMatchObject({ connection: { name: 'Mine', storedIn: 'page' } })
    session.signOut()
    expect(names(session)).toEqual([])
  })
})

describe('several keys', () => {
  const both = () => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, true)
    signIn(session, lab, true)
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
    signIn(session, { id: 'c-9', name: 'Account 3', key: personal.key }, false)
    expect(names(session)).toEqual(['Personal', 'Lab'])
    expect(session.state().connection).toMatchObject({ ...personal, storedIn: 'device' })
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
    signIn(session, personal, true)
    signIn(session, lab, false)
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
    signIn(other, personal, true)
    waiting.reload()
    expect(shown(waiting)).toBe('Personal')
    signIn(other, lab, true)
    waiting.signOut()
    renameKey(other, lab.id, 'Atlas lab')
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

describe('a tab that was away', () => {
  test.each([
    ['of its account', personal.id],
    ['of all accounts', everyKey],
  ])('finds a sign-out %s when it comes back, and after it was closed', (_what, id) => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, false)
    const away = anotherTab(here)
    const other = createSessionStore(away)
    signIn(other, personal, false)
    session.remove(id)
    expect(other.keyOf(personal.id), 'before it looks').toBe(personal.key)
    other.reload()
    expect(shown(other)).toBeNull()
    expect(other.keyOf(personal.id)).toBe('')
    expect(away.tab.getItem('hatteras:connections')).toBeNull()
    expect(shown(createSessionStore(away))).toBeNull()
  })

  test('does not come back with its old copy when one signs in anew', () => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, false)
    const away = createSessionStore(anotherTab(here))
    signIn(away, personal, false)
    session.signOut()
    signIn(session, personal, false)
    expect(shown(session)).toBe('Personal')
    away.reload()
    expect(shown(away)).toBeNull()
  })

  test.each([
    ['of its account', personal.id],
    ['of all accounts', everyKey],
  ])('finds a sign-out %s also where the clock was ahead at the sign-in', (_what, id) => {
    const here = stores()
    const session = createSessionStore(here)
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] })
    signIn(session, personal, false)
    vi.useRealTimers()
    const { storedIn: _place, ...handed } = session.keys.all()[0] ?? { storedIn: 'tab', ...personal }
    const away = createSessionStore(anotherTab(here))
    takeKey(away, handed)
    session.remove(id)
    away.reload()
    expect(shown(away)).toBeNull()
    takeKey(away, handed)
    expect(shown(away)).toBeNull()
    signIn(session, personal, false)
    expect(shown(session)).toBe('Personal')
  })

  test('that signed out stays so, whatever account another tab shows', () => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, true)
    const away = anotherTab(here)
    const other = createSessionStore(away)
    signIn(other, lab, true)
    other.switchTo(personal.id)
    other.signOut()
    signIn(session, lab, true)
    expect(shown(createSessionStore(away))).toBeNull()
    expect(isNewTab(createSessionStore(away))).toBe(false)
  })
})

describe('a new tab', () => {
  test('takes the key that another hands over, unless it was signed out meanwhile', () => {
    const here = stores()
    const session = createSessionStore(here)
    signIn(session, personal, false)
    const { storedIn: _place, ...handed } = session.keys.all()[0] ?? { storedIn: 'tab', ...personal }
    const fresh = createSessionStore(anotherTab(here))
    expect(isNewTab(fresh)).toBe(true)
    takeKey(fresh, handed)
    expect(fresh.state().connection).toMatchObject({ ...personal, storedIn: 'tab' })

    session.signOut()
    const later = createSessionStore(anotherTab(here))
    takeKey(later, handed)
    expect(shown(later)).toBeNull()
    fresh.reload()
    expect(shown(fresh)).toBeNull()
  })

  test('has nobody to ask where nobody has signed in', () => {
    expect(isNewTab(createSessionStore(stores()))).toBe(false)
  })
})

describe('the service that a key belongs to', () => {
  const at = (here: SessionStores, service: string) => createSessionStore(here, undefined, service)

  test('is the only one that it is used with, and it waits for its return', () => {
    const here = stores()
    signIn(at(here, 'https://a.example'), personal, true)
    const elsewhere = at(here, 'https://b.example')
    expect(elsewhere.state()).toMatchObject({ connection: null, connections: [] })
    expect(elsewhere.keyOf(personal.id)).toBe('')
    expect(otherKeys(elsewhere).elsewhere).toMatchObject([{ name: 'Personal', service: 'https://a.example' }])
    signIn(elsewhere, lab, true)
    const back = at(here, 'https://a.example')
    expect(names(back)).toEqual(['Personal'])
    back.switchTo(personal.id)
    expect(shown(back)).toBe('Personal')
  })

  test('is asked for where an earlier version did not store it', () => {
    const here = stores()
    here.device.setItem('hatteras:connection', JSON.stringify(personal))
    here.tab.setItem('hatteras:connections', JSON.stringify([lab]))
    here.tab.setItem('hatteras:current', JSON.stringify(lab.id))
    const session = at(here, 'sandbox')
    expect(shown(session)).toBeNull()
    const { unclaimed } = otherKeys(session)
    expect(unclaimed.map(({ name }) => name)).toEqual(['Personal', 'Lab'])
    for (const one of unclaimed) claimKey(session, one)
    expect(session.state().connections).toMatchObject([
      { ...personal, service: 'sandbox', storedIn: 'device' },
      { ...lab, service: 'sandbox', storedIn: 'tab' },
    ])
    expect(shown(at(here, 'https://a.example'))).toBeNull()
    expect(here.device.getItem('hatteras:connection')).toBeNull()
  })

  test('is part of what names the account, but for those that had names before', () => {
    const ids = ['sandbox', 'https://console.carolinacloud.io', 'https://a.example', 'https://b.example'].map(
      (service) => connectionId('a-key', service),
    )
    expect(ids[0]).toBe('c-4b25d57040bfcce6cb08d8ea')
    expect(new Set(ids).size).toBe(3)
  })
})
