type Part = string | number
type Key = readonly Part[] | number
interface Range {
  from: Key
  to: readonly unknown[]
}

/** The key paths of database.ts. */
const keyPaths: Readonly<Record<string, readonly string[] | null>> = {
  samples: ['connection', 'uuid', 'at'],
  names: ['connection', 'uuid'],
  activity: ['connection', 'at', 'id'],
  ledger: ['connection', 'kind', 'id'],
  quarantine: null,
}

export const memoryKeyRange = { bound: (from: Key, to: readonly unknown[]): Range => ({ from, to }) }

const partOf = (row: unknown, name: string): Part => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`No key: ${name}`)
  return value
}

const openStore = (path: readonly string[] | null) => {
  let rows = new Map<string, { key: Key; row: unknown }>()
  let next = 1
  const put = async (row: unknown) => {
    const key = path === null ? next++ : path.map((name) => partOf(row, name))
    rows.set(JSON.stringify(key), { key, row: structuredClone(row) })
    return key
  }
  const all = (range?: Range) =>
    [...rows.values()].filter(
      ({ key }) =>
        range === undefined || JSON.stringify(key).startsWith(JSON.stringify(range.from).slice(0, -1)),
    )
  return {
    put,
    add: put,
    get: async (key: Key) => rows.get(JSON.stringify(key))?.row,
    getKey: async (key: Key) => rows.get(JSON.stringify(key))?.key,
    getAll: async (range?: Range) => all(range).map(({ row }) => row),
    getAllKeys: async (range?: Range) => all(range).map(({ key }) => key),
    count: async (range?: Range) => all(range).length,
    rows: () => all().map(({ row }) => row),
    delete: async (which: Key | Range) => {
      const keys = typeof which === 'object' && 'from' in which ? all(which).map(({ key }) => key) : [which]
      for (const key of keys) rows.delete(JSON.stringify(key))
    },
    clear: async () => rows.clear(),
    /** Returns how to get back to how it is now. */
    mark: () => {
      const before = new Map(rows)
      return () => {
        rows = before
      }
    },
  }
}

/** As much of the app's database as those who write need, in memory: node has no IndexedDB. Ranges are those of a whole account. */
export const memoryDatabase = () => {
  const stores = new Map(Object.entries(keyPaths).map(([name, path]) => [name, openStore(path)]))
  const objectStore = (name: string) => {
    const store = stores.get(name)
    if (store === undefined) throw new Error(`No store: ${name}`)
    return store
  }
  return {
    transaction: (names: string | readonly string[]) => {
      const opened = [names].flat().map(objectStore)
      const undo = opened.map((store) => store.mark())
      return {
        objectStore,
        store: opened[0],
        done: Promise.resolve(),
        abort: () => {
          for (const back of undo) back()
        },
      }
    },
    objectStoreNames: Object.keys(keyPaths),
    close: () => undefined,
    get: (name: string, key: Key) => objectStore(name).get(key),
    getAll: (name: string, range?: Range) => objectStore(name).getAll(range),
    /** All that is in a store. */
    rows: (name: string) => objectStore(name).rows(),
  }
}
export type MemoryDatabase = ReturnType<typeof memoryDatabase>
