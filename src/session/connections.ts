import * as z from 'zod/mini'

import { readStored, type TextStore, writeStored } from '#lib/text-store.ts'

export const connectionSchema = z.object({
  /** Names the account in caches and in what this browser remembers; see connectionId. */
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  key: z.string().check(z.minLength(1)),
})
export type Connection = z.output<typeof connectionSchema>

/** How long a key stays: until signed out, until the tab is closed, or, where the browser would not store it, until a reload. */
export type StoredIn = 'device' | 'tab' | 'page'
export type KnownConnection = Connection & { storedIn: StoredIn }

export interface SessionStores {
  /** This tab only. */
  tab: TextStore
  /** This device, until signed out. */
  device: TextStore
}

const listKey = 'hatteras:connections'
/** The one account that there was before there could be several. */
const singleKey = 'hatteras:connection'

const read = (store: TextStore): readonly Connection[] =>
  readStored(store, listKey, z.array(connectionSchema)) ?? []

/** True where it is stored. */
const write = (store: TextStore, list: readonly Connection[]): boolean =>
  writeStored(store, listKey, list.length === 0 ? null : list)

const without = <T extends Connection>(list: readonly T[], id: string) => list.filter((one) => one.id !== id)

const placed = (list: readonly Connection[], connection: Connection): Connection[] =>
  list.some(({ id }) => id === connection.id)
    ? list.map((one) => (one.id === connection.id ? connection : one))
    : [...list, connection]

/** The keys that this tab may use, wherever they are kept. */
export interface Connections {
  all: () => KnownConnection[]
  /** Keeps a connection in `storedIn`, in place of one of the same id; returns where it is really stored. */
  put: (connection: Connection, storedIn: StoredIn) => StoredIn
  remove: (id: string) => void
}

/** Opens the kept keys, and takes over the one that was kept before there could be several; `adopted` is its id. */
export const openConnections = ({
  tab,
  device,
}: SessionStores): { connections: Connections; adopted: string | null } => {
  let unstored: readonly Connection[] = []

  const put = ({ id, name, key }: Connection, storedIn: StoredIn): StoredIn => {
    const connection = { id, name, key }
    if (storedIn !== 'device') write(device, without(read(device), id))
    if (storedIn !== 'tab') write(tab, without(read(tab), id))
    const isStored =
      storedIn !== 'page' &&
      (storedIn === 'device'
        ? write(device, placed(read(device), connection))
        : write(tab, placed(read(tab), connection)))
    unstored = isStored ? without(unstored, id) : placed(unstored, connection)
    return isStored ? storedIn : 'page'
  }

  const adopt = (store: TextStore, storedIn: 'device' | 'tab'): string | null => {
    const single = readStored(store, singleKey, connectionSchema)
    if (single === null) return null
    if (put(single, storedIn) === storedIn) writeStored(store, singleKey, null)
    return single.id
  }
  const onDevice = adopt(device, 'device')
  const adopted = adopt(tab, 'tab') ?? onDevice

  const connections: Connections = {
    all: () => {
      const found = new Map<string, KnownConnection>()
      const add = (list: readonly Connection[], storedIn: StoredIn) => {
        for (const connection of list)
          if (!found.has(connection.id)) found.set(connection.id, { ...connection, storedIn })
      }
      add(read(device), 'device')
      add(read(tab), 'tab')
      add(unstored, 'page')
      return [...found.values()]
    },
    put,
    remove: (id) => {
      write(device, without(read(device), id))
      write(tab, without(read(tab), id))
      unstored = without(unstored, id)
    },
  }
  return { connections, adopted }
}
