import * as z from 'zod/mini'

import { readStored, writeStored } from '#lib/text-store.ts'

import { connectionSchema, type StoredKey } from './connections.ts'
import { isNewTab, takeKey } from './session-changes.ts'
import { currentKey, type SessionStore } from './session-store.ts'
import { openChannel } from './tab-channel.ts'

/** `ask`: a new tab has no key. `offer`: the key of an open tab, for the tab that asked. */
const messageSchema = z.union([
  z.object({ kind: z.literal('ask'), from: z.string(), service: z.string() }),
  z.object({ kind: z.literal('offer'), to: z.string(), connection: connectionSchema }),
])

const channelName = 'hatteras-keys'

/** How long a new tab shows nothing while it waits for the others, in ms. A busy one that answers later is heard all the same. */
const longestWait = 300

const follow = (
  channel: BroadcastChannel | null,
  onMessage: (message: z.output<typeof messageSchema>) => void,
): (() => void) => {
  channel?.addEventListener('message', ({ data }: MessageEvent) => {
    const message = z.safeParse(messageSchema, data)
    if (message.success) onMessage(message.data)
  })
  return () => channel?.close()
}

/** Says that this tab is the one that is looked at: new tabs start with its account. */
export const lookedAt = ({ state, keys: { stores } }: SessionStore): void => {
  const id = state().connection?.id
  if (id !== undefined) writeStored(stores.device, currentKey, id)
}

/** Hands the key of this tab to new tabs that ask for one of the same service. What is kept on the device needs no asking. */
export const offerKey = (session: SessionStore): (() => void) => {
  const channel = openChannel(channelName)
  return follow(channel, (message) => {
    const { connection, isKeyRefused } = session.state()
    if (message.kind !== 'ask' || message.service !== session.service) return
    if (connection === null || connection.storedIn === 'device' || isKeyRefused) return
    const { storedIn: _place, ...handed } = connection
    channel?.postMessage({ kind: 'offer', to: message.from, connection: handed })
  })
}

/**
 * Asks the open tabs for a key, and takes the one of the account that was looked at last, or else the first that comes in time: a link
 * opened in a new tab must not show another account. Tells when the waiting is over; until it is stopped, a key that comes after that
 * is taken too. Returns how to stop.
 */
export const askForKey = (session: SessionStore, onDone: () => void): (() => void) => {
  const from = crypto.getRandomValues(new Uint32Array(4)).join('')
  const channel = openChannel(channelName)
  const last = readStored(session.keys.stores.device, currentKey, z.string())
  let spare: StoredKey | null = null
  let isLate = false
  const end = (connection: StoredKey | null) => {
    clearTimeout(timer)
    isLate = true
    if (connection !== null && isNewTab(session)) takeKey(session, connection)
    onDone()
  }
  const timer = setTimeout(() => end(spare), channel === null ? 0 : longestWait)
  const stop = follow(channel, (message) => {
    if (message.kind !== 'offer' || message.to !== from) return
    if (message.connection.service !== session.service || !isNewTab(session)) return
    if (message.connection.id === last || isLate) end(message.connection)
    else spare ??= message.connection
  })
  channel?.postMessage({ kind: 'ask', from, service: session.service })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
