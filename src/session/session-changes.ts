import * as z from 'zod/mini'

import { readStored, type TextStore } from '#lib/text-store.ts'

import {
  type Connection,
  connectionSchema,
  type KnownConnection,
  places,
  type StoredIn,
  type StoredKey,
} from './connections.ts'
import { currentKey, type SessionStore } from './session-store.ts'

const placed = (list: readonly StoredKey[], entry: StoredKey): StoredKey[] =>
  list.some(({ id }) => id === entry.id)
    ? list.map((one) => (one.id === entry.id ? entry : one))
    : [...list, entry]

/** Keeps a key for the service of this page in `storedIn`, in place of one of the same id; returns where it is really stored. */
const put = (
  { keys, service }: SessionStore,
  given: Connection & { since?: number },
  storedIn: StoredIn,
): StoredIn => {
  const { id, name, key } = given
  // A clock that was ahead at a sign-out must not end what begins after it.
  const since = given.since ?? Math.max(Date.now(), keys.signedOutAt(id) + 1)
  const entry = { id, name, key, service, since }
  const isStored = keys.write(storedIn, placed(keys.read(storedIn), entry))
  const place = isStored ? storedIn : 'page'
  if (!isStored) keys.write(place, placed(keys.read(place), entry))
  keys.drop(
    id,
    places.filter((one) => one !== place && (isStored || one !== storedIn)),
  )
  return place
}

const known = (session: SessionStore, id: string): KnownConnection | undefined =>
  session.state().connections.find((one) => one.id === id)

/**
 * Shows the account of a key, and keeps the key: on this device if `keep`, else in this tab. A key that is known already stays the
 * account it is, under its name, and is kept no shorter than before. Returns the connection, and where it is really kept.
 */
export const signIn = (
  session: SessionStore,
  { id, name, key }: Connection,
  keep: boolean,
): Connection & { storedIn: StoredIn } => {
  const before = session.state().connections.find((one) => one.key === key) ?? known(session, id)
  const connection = { id: before?.id ?? id, name: before?.name ?? name, key }
  const storedIn = put(session, connection, keep || before?.storedIn === 'device' ? 'device' : 'tab')
  session.switchTo(connection.id)
  return { ...connection, storedIn }
}

/** False where the browser would not store the new name. */
export const renameKey = (session: SessionStore, id: string, name: string): boolean => {
  const before = known(session, id)
  if (before === undefined) return false
  const { keys } = session
  const isStored = keys.write(
    before.storedIn,
    keys.read(before.storedIn).map((one) => (one.id === id ? Object.assign(one, { name }) : one)),
  )
  session.reload()
  return isStored
}

/** Takes another key for an account: after the service refused the one it had, or where it has a new one. */
export const replaceKey = (session: SessionStore, id: string, key: string): void => {
  const before = known(session, id)
  if (before === undefined) return
  put(session, { id, name: before.name, key }, before.storedIn)
  session.reload()
  session.keepRefusedKey()
}

/** Whether this tab has shown no account yet, though another one may. */
export const isNewTab = ({ state, keys: { stores } }: SessionStore): boolean => {
  const idIn = (store: TextStore) => readStored(store, currentKey, z.string())
  return state().connection === null && idIn(stores.tab) === null && idIn(stores.device) !== null
}

/** Takes over a key that another tab of this browser has handed over, unless it has been signed out since. */
export const takeKey = (session: SessionStore, { id, name, key, since = 0 }: StoredKey): void => {
  if (session.keys.signedOutAt(id) >= since) return
  put(session, { id, name, key, since }, 'tab')
  session.switchTo(id)
}

/** The one account that there was before there could be several. */
const singleKey = 'hatteras:connection'

const adoptSingle = ({ keys }: SessionStore, place: StoredIn) => {
  const store = keys.stores[place]
  const single = readStored(store, singleKey, connectionSchema)
  if (single !== null && keys.write(place, placed(keys.read(place), single))) store.removeItem(singleKey)
}

/** The keys that are here and not used on this page: of which service they are is not known, or it is another. */
export const otherKeys = (session: SessionStore) => {
  for (const place of places) adoptSingle(session, place)
  const all = session.keys.all()
  return {
    unclaimed: all.filter(({ service }) => service === undefined),
    elsewhere: all.filter(({ service }) => service !== undefined && service !== session.service),
  }
}

/** Says that a key from before, of which no service is known, belongs to the one of this page. Shows its account. */
export const claimKey = (session: SessionStore, { id, name, key, storedIn }: KnownConnection): void => {
  put(session, { id, name, key }, storedIn)
  session.switchTo(id)
}
