import type { Instance } from '#contract/instance.ts'
import { createEmitter, type Emitter } from '#lib/emitter.ts'

/** An act the service accepted and whose effect has not been seen yet. */
export interface PendingAct {
  uuid: string
  name: string
  act: 'stop' | 'restart' | 'delete'
  /** The state when the act was asked for: as long as it is still reported, the act is pending. */
  initialState: string
  /** When the service accepted it, in milliseconds since the epoch. */
  since: number
}

type Listener = () => void

/**
 * Remembers accepted acts until a reading of the instance confirms them. The state table of the API page has no "stopping",
 * so an instance that is being stopped still reads `running`: without this the page would look as if nothing had happened.
 */
export interface PendingActs {
  add: (act: PendingAct) => void
  forget: (uuid: string) => void
  current: () => readonly PendingAct[]
  /** Takes a reading; `whole` says that it is the whole fleet, so that what is missing from it is gone. */
  settle: (instances: readonly Instance[], whole: boolean) => void
  subscribe: (listener: Listener) => () => void
  /** Tells of each act as it is confirmed. */
  confirmed: Emitter<PendingAct>
}

const isConfirmed = (act: PendingAct, seen: Instance | undefined, whole: boolean): boolean => {
  if (seen === undefined) return whole && act.act === 'delete'
  return act.act === 'delete' ? seen.state === 'deleted' : seen.state !== act.initialState
}

export const createPendingActs = (): PendingActs => {
  let acts: readonly PendingAct[] = []
  const listeners = new Set<Listener>()
  const confirmed = createEmitter<PendingAct>()

  const set = (next: readonly PendingAct[]) => {
    acts = next
    for (const listener of listeners) listener()
  }

  return {
    add: (act) => {
      set([...acts.filter(({ uuid }) => uuid !== act.uuid), act])
    },
    forget: (uuid) => {
      if (acts.some((act) => act.uuid === uuid)) set(acts.filter((act) => act.uuid !== uuid))
    },
    current: () => acts,
    settle: (instances, whole) => {
      if (acts.length === 0) return
      const seen = new Map(instances.map((instance) => [instance.uuid, instance]))
      const done = acts.filter((act) => isConfirmed(act, seen.get(act.uuid), whole))
      if (done.length === 0) return
      set(acts.filter((act) => !done.includes(act)))
      for (const act of done) confirmed.emit(act)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    confirmed,
  }
}
