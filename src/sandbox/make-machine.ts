import type { PageFlavor } from '#contract/vocabulary.ts'

import { passwordFrom, share, uuidFrom } from './hash.ts'
import type { Habit, Machine, Recipe } from './machine.ts'
import { durations, outcomeOfCreate } from './transitions.ts'

const usualHabits: Record<PageFlavor, Habit> = {
  base: 'steady',
  datascience: 'steady',
  marimo: 'notebook',
  datasciencemarimo: 'notebook',
  rstudioserver: 'notebook',
  rgeospatial: 'notebook',
  genomics: 'phases',
  plaingenomics: 'phases',
}

/** One machine in twelve leaks memory, whatever it runs. */
const habitOf = (flavor: string, uuid: string): Habit => {
  if (share('habit', uuid) < 1 / 12) return 'leak'
  return Object.entries(usualHabits).find(([name]) => name === flavor)?.[1] ?? 'steady'
}

/**
 * A machine that is being created at `now` (ms). `worldId` and `slot` make its uuid and its password, so that a world comes
 * out the same each time it is made, and no two worlds share an instance.
 */
export const makeMachine = (recipe: Recipe, worldId: string, slot: number, now: number): Machine => {
  const uuid = uuidFrom(worldId, slot, recipe.name)
  return {
    ...recipe,
    uuid,
    slot,
    state: 'provisioning',
    pending: { state: outcomeOfCreate(recipe.name), due: now + durations.create },
    n_gpus: recipe.gpu_model === null ? 0 : 1,
    owner_email: 'ada@lab.example',
    password: passwordFrom(worldId, slot),
    created: now,
    ports: [],
    ssh: 'login',
    reachable: true,
    habit: habitOf(recipe.flavor, uuid),
    surcharge: 0,
    oddities: null,
    meter: { since: now, compute: '0', gpu: '0', storage: '0', surcharge: '0' },
  }
}
