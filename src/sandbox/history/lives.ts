import { uuidFrom } from '../hash.ts'
import { effectiveState, type Machine } from '../machine.ts'
import { makeMachine } from '../make-machine.ts'
import { makeWorld } from '../seeds/make-world.ts'
import { durations, outcomeOfCreate, stoppedState } from '../transitions.ts'
import type { World } from '../world.ts'
import { type DeedName, labFormer, labPrefills, labReader, labSteps, type Step } from './lab-past.ts'
import { firstLookOf, hour } from './watches.ts'

/** What a machine was like from one instant on. Times in ms since the epoch. */
export interface Turn {
  /** When it began to count, for the rules and the bill. */
  at: number
  /** When a GET shows it. */
  shownAt: number
  /** Null once it is deleted. */
  machine: Machine | null
  /** What led to it; null where that is not known, or it followed by itself. */
  deed: { name: DeedName; port?: number; prefill?: string } | null
  /** It was done in the browser that the history is of. */
  isOwn: boolean
}

/** One machine since the first look at the fleet, or since it was created. */
export interface Life {
  uuid: string
  created: number
  /** In order of time. The first one is what it was like at the first look, or its creation. */
  turns: readonly [Turn, ...Turn[]]
}

/** What a machine was like before a step that made it what it is. */
const before = (machine: Machine, step: Step): Machine => {
  switch (step.do) {
    case 'stop':
      return { ...machine, state: 'running' }
    case 'restart':
      return { ...machine, state: stoppedState[machine.resource_type] }
    case 'resize':
      return { ...machine, ...step.from }
    case 'rename':
      return { ...machine, name: step.from }
    case 'openPort':
      return { ...machine, ports: machine.ports.filter((port) => port !== step.port) }
    default:
      return { ...machine, ports: [...machine.ports, step.port].toSorted((a, b) => a - b) }
  }
}

const lasts: Partial<Record<DeedName, number>> = { stop: durations.stop, restart: durations.restart }

/** A machine as it is created, and as it is once that is done. `isDone` is false where it still goes on. */
const birth = (machine: Machine, at: number, isDone: boolean): [Turn, ...Turn[]] => {
  const prefill = labPrefills[machine.name]
  const deed = { name: 'create', ...(prefill === undefined ? {} : { prefill }) } as const
  const provisioning = { ...machine, state: 'provisioning', pending: null } as const
  const isOwn = machine.owner_email === labReader
  const begun: Turn = { at, shownAt: at, machine: provisioning, deed, isOwn }
  const end = at + durations.create
  return isDone ? [begun, { at: end, shownAt: end, machine, deed: null, isOwn: false }] : [begun]
}

/** What a seeded machine went through until the world began. */
const untilSeed = (machine: Machine, { seededAt }: World, first: number): [Turn, ...Turn[]] => {
  const turns: Turn[] = []
  let after = machine
  for (const step of (labSteps[machine.name] ?? []).toReversed()) {
    const at = Math.round(seededAt - step.hours * hour)
    const deed = { name: step.do, ...('port' in step ? { port: step.port } : {}) }
    const isOwn = step.elsewhere !== true
    turns.unshift({ at, shownAt: at + (lasts[step.do] ?? 0), machine: after, deed, isOwn })
    after = before(after, step)
  }
  return machine.created < first
    ? [{ at: first, shownAt: first, machine: after, deed: null, isOwn: false }, ...turns]
    : [...birth(after, machine.created, after.state !== 'provisioning'), ...turns]
}

/** What is different since the world began, of which only the result is known. */
const sinceSeed = (machine: Machine, at: number): Turn => ({
  at,
  shownAt: machine.pending === null ? at : machine.pending.due,
  machine: { ...machine, state: effectiveState(machine), pending: null },
  deed: null,
  isOwn: false,
})

const formerLives = ({ seededAt }: World, worldId: string): Life[] =>
  labFormer.map(({ recipe, ...hours }, index) => {
    const created = Math.round(seededAt - hours.created * hour)
    const at = Math.round(seededAt - hours.deleted * hour)
    const uuid = uuidFrom(worldId, 'former', recipe.name)
    const made = makeMachine(recipe, worldId, -1 - index, created)
    const machine = { ...made, uuid, state: outcomeOfCreate(recipe.name), pending: null }
    const gone: Turn = { at, shownAt: at, machine: null, deed: { name: 'delete' }, isOwn: true }
    return { uuid, created, turns: [...birth(machine, created, true), gone] }
  })

/**
 * What every machine of a world went through since the first look at it: the week before the world began as `lab-past.ts` tells it, and
 * since then what the world knows. A machine that was deleted since is in no world any more, nor here.
 */
export const livesOf = (world: World, worldId: string): Life[] => {
  const first = firstLookOf(world)
  const seeded = new Map(
    makeWorld(world.scenario, worldId, world.seededAt).machines.map((machine) => [machine.uuid, machine]),
  )
  const lives = world.machines.map((machine): Life => {
    const { uuid, created, meter } = machine
    const original = seeded.get(uuid)
    if (original?.created !== created)
      return { uuid, created, turns: [sinceSeed(machine, Math.max(first, created))] }
    const isChanged = meter.since > world.seededAt
    const turns = untilSeed(isChanged ? original : machine, world, first)
    return { uuid, created, turns: isChanged ? [...turns, sinceSeed(machine, meter.since)] : turns }
  })
  const isLab = world.machines.some(({ uuid, created }) => seeded.get(uuid)?.created === created)
  return isLab ? [...lives, ...formerLives(world, worldId)] : lives
}

/** What a machine was like at a time, by what counts; null where it was not there. */
export const machineAt = ({ turns }: Life, time: number): Machine | null =>
  turns.findLast(({ at }) => at <= time)?.machine ?? null
