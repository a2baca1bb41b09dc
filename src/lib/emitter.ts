/** Passes values on to whoever listens. */
export interface Emitter<T> {
  emit: (value: T) => void
  /** Returns how to stop listening. */
  listen: (listener: (value: T) => void) => () => void
}

export const createEmitter = <T>(): Emitter<T> => {
  const listeners = new Set<(value: T) => void>()
  return {
    emit: (value) => {
      for (const listener of listeners) listener(value)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
