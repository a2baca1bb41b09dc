import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { createEmitter, type Emitter } from '#lib/emitter.ts'

/** An act the service accepted and whose effect has not been seen yet. */
export type PendingAct = {
  uuid: string
  /** The instance's name when the act was asked for. */
  name: string
  /** The state then: as long as it is still reported, a stop or a restart is pending. */
  initialState: string
  /** When the service accepted it, in milliseconds since the epoch. */
  since: number
} & (
  | { act: 'stop' | 'restart' | 'delete' }
  | { act: 'rename'; to: string }
  | { act: 'resize'; to: Omit<UpdateBody, 'name'> }
  | { act: 'openPort' | 'closePort'; port: number }
)

/** An act on the instance as a whole; one is pending at a time. */
export type PendingWhole = Exclude<PendingAct, { port: number }>

/** An act on one of its ports. */
export type PendingPort = Extract<PendingAct, { port: number }>

export const isPortAct = (act: PendingAct): act is PendingPort => 'port' in act

/** An act with the reading that confirmed it: the instance as it then was, or that it was gone. */
export interface Confirmed {
  act: PendingAct
  seen: Instance | undefined
}

type Listener = () => void

/**
 * Remembers accepted acts until a reading of the instance confirms them. The state table of the API page has no "stopping",
 * so an instance that is being stopped still reads `running`: without this the page would look as if nothing had happened.
 */
export interface PendingActs {
  /** Takes the place of an older act on the same instance, or on the same port of it. */
  add: (act: PendingAct) => void
  forget: (act: PendingAct) => void
  current: () => readonly PendingAct[]
  /** Takes a reading; `whole` says that it is the whole fleet, so that what is missing from it is gone. */
  settle: (instances: readonly Instance[], whole: boolean) => void
  subscribe: (listener: Listener) => () => void
  /** Tells of each act as it is confirmed. */
  confirmed: Emitter<Confirmed>
}

const hasSize = (seen: Instance, { n_vcpus, mem_gib, disk_size_gib }: Omit<UpdateBody, 'name'>): boolean =>
  (n_vcpus ?? seen.n_vcpus) === seen.n_vcpus &&
  (mem_gib ?? seen.mem_gib) === seen.mem_gib &&
  (disk_size_gib ?? seen.disk_size_gib) === seen.disk_size_gib

const isConfirmed = (pending: PendingAct, seen: Instance | undefined, whole: boolean): boolean => {
  if (seen === undefined) return whole && pending.act === 'delete'
  switch (pending.act) {
    case 'delete':
      return seen.state === 'deleted'
    case 'rename':
      return seen.name === pending.to
    case 'resize':
      return hasSize(seen, pending.to)
    case 'openPort':
    case 'closePort':
      return seen.wan_ports.includes(pending.port) === (pending.act === 'openPort')
    default:
      return seen.state !== pending.initialState
  }
}

const isSameMatter = (a: PendingAct, b: PendingAct): boolean =>
  a.uuid === b.uuid && (isPortAct(a) ? a.port : null) === (isPortAct(b) ? b.port : null)

export const createPendingActs = (): PendingActs => {
  let acts: readonly PendingAct[] = []
  const listeners = new Set<Listener>()
  const confirmed = createEmitter<Confirmed>()

  const set = (next: readonly PendingAct[]) => {
    acts = next
    for (const listener of listeners) listener()
  }

  return {
    add: (act) => {
      set([...acts.filter((other) => !isSameMatter(other, act)), act])
    },
    forget: (act) => {
      if (acts.includes(act)) set(acts.filter((other) => other !== act))
    },
    current: () => acts,
    settle: (instances, whole) => {
      if (acts.length === 0) return
      const seen = new Map(instances.map((instance) => [instance.uuid, instance]))
      const done = acts.filter((act) => isConfirmed(act, seen.get(act.uuid), whole))
      if (done.length === 0) return
      set(acts.filter((act) => !done.includes(act)))
      for (const act of done) confirmed.emit({ act, seen: seen.get(act.uuid) })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    confirmed,
  }
}
