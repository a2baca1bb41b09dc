/** Where worlds are kept, as text by world id. A store never throws for what is missing or cannot be written. */
export interface WorldStore {
  read: (id: string) => Promise<string | null>
  write: (id: string, text: string) => Promise<void>
  /** Puts a damaged world out of the way without destroying it. */
  setAside: (id: string) => Promise<void>
}

/** A store that forgets with the process. */
export const memoryStore = (): WorldStore => {
  const texts = new Map<string, string>()
  return {
    read: async (id) => texts.get(id) ?? null,
    write: async (id, text) => {
      texts.set(id, text)
    },
    setAside: async (id) => {
      texts.delete(id)
    },
  }
}
