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
/** How long the one looked at last is waited for where a tab of another account has answered, in ms. */
const longestWaitForLast = 2000
/** When all are asked again, in ms: a tab that is being loaded does not hear yet. */
const askAgain = 1000

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
 * Asks the open tabs for a key, again each second, and takes the one of the account that was looked at last: a link opened in a new tab
 * must not show another account. Where that one does not answer, the first of the others is taken in the end. Tells when the page need
 * not wait any longer; until it is stopped, a key that comes after that is taken too. Returns how to stop.
 */
export const askForKey = (session: SessionStore, onDone: () => void): (() => void) => {
  const from = crypto.getRandomValues(new Uint32Array(4)).join('')
  const channel = openChannel(channelName)
  const last = readStored(session.keys.stores.device, currentKey, z.string())
  let spare: StoredKey | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const take = (connection: StoredKey) => {
    if (isNewTab(session)) takeKey(session, connection)
    onDone()
  }
  const stop = follow(channel, (message) => {
    if (message.kind !== 'offer' || message.to !== from) return
    const { connection } = message
    if (connection.service !== session.service || !isNewTab(session)) return
    if (connection.id === last) take(connection)
    else if (spare === null) {
      spare = connection
      clearTimeout(timer)
      timer = setTimeout(take, longestWaitForLast, connection)
    }
  })
  const ask = () => channel?.postMessage({ kind: 'ask', from, service: session.service })
  const asking = setInterval(ask, askAgain)
  timer = setTimeout(onDone, channel === null ? 0 : longestWait)
  ask()
  return () => {
    clearTimeout(timer)
    clearInterval(asking)
    stop()
  }
}
