import * as z from 'zod/mini'

const messageSchema = z.union([
  z.object({ kind: z.literal('key-removed'), connectionId: z.string() }),
  z.object({ kind: z.literal('changed'), connectionId: z.string() }),
  z.object({ kind: z.literal('stored'), connectionId: z.string(), part: z.string() }),
  z.object({ kind: z.literal('accepted'), connectionId: z.string(), operations: z.unknown() }),
])
/**
 * `key-removed`: forget it in every tab. `changed`: an action was carried out, read the account's instances again. `stored`: a part of
 * what this browser stores was written, read it again where it is shown. `accepted`: the service has accepted these operations of the
 * tab that says so; who takes them parses them.
 */
export type TabMessage = z.output<typeof messageSchema>

interface TabChannel {
  send: (message: TabMessage) => void
  listen: (listener: (message: TabMessage) => void) => () => void
}

/** Null where the browser has none, or forbids it with the rest of what a site may store. */
export const openChannel = (name: string): BroadcastChannel | null => {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}
const channel = openChannel('hatteras')

/** How the open tabs of one browser keep agreeing. Without `BroadcastChannel` each tab goes by its own polling. */
export const tabChannel: TabChannel = {
  send: (message) => {
    channel?.postMessage(message)
  },
  listen: (listener) => {
    const onMessage = ({ data }: MessageEvent) => {
      const result = z.safeParse(messageSchema, data)
      if (result.success) listener(result.data)
    }
    channel?.addEventListener('message', onMessage)
    return () => {
      channel?.removeEventListener('message', onMessage)
    }
  },
}
