import type { PageFlavor } from '#contract/vocabulary.ts'

import { passwordFrom, share, uuidFrom } from './hash.ts'
import type { Habit, Machine, Recipe } from './machine.ts'
import { durations, outcomeOfCreate } from './transitions.ts'

const webFlavors = new Set(['marimo', 'datasciencemarimo', 'rstudioserver', 'rgeospatial', 'jupyterlab'])

/** The three blocks that are set aside for documentation, so that no link in the app leads to a stranger's machine. */
const documentationBlocks = ['203.0.113', '198.51.100', '192.0.2'] as const
const perBlock = 254

export const lanAddress = ({ slot }: Machine): string =>
  `192.168.${30 + (Math.floor(slot / perBlock) % 200)}.${(slot % perBlock) + 1}`

/** A VM has a public address, a container has none (API page, `public_ipv4`). */
export const publicAddress = ({ slot, resource_type }: Machine): string | null => {
  if (resource_type !== 'vm') return null
  const block = documentationBlocks[Math.floor(slot / perBlock) % documentationBlocks.length]
  return `${block ?? documentationBlocks[0]}.${(slot % perBlock) + 1}`
}

export const sshPort = ({ slot }: Machine): number => 30_100 + (slot % 20_000)

/** The command by the shared login host, or by a VM's own address; null where there is nothing to connect to. */
export const sshCommand = (machine: Machine): string | null => {
  if (machine.state === 'error' || machine.state === 'deleted') return null
  const address = machine.ssh === 'address' ? publicAddress(machine) : null
  return address === null
    ? `ssh -p ${sshPort(machine)} ccloud@login.carolinacloud.io`
    : `ssh ccloud@${address}`
}

/** Notebook and RStudio flavors serve a web app while they run. */
export const webapp = ({ flavor, name, state }: Machine): string | null =>
  webFlavors.has(flavor) && (state === 'running' || state === 'idle')
    ? `https://${name}.carolinacloud.io`
    : null

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
