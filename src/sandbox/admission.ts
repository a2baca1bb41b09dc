import { shortage, taken, type Need } from './capacity.ts'
import type { Refusal } from './dialect.ts'
import type { World } from './world.ts'

const runningVcpus = ({ machines }: World): number =>
  taken(machines, 'general-purpose').n_vcpus + taken(machines, 'high-performance').n_vcpus

/** Why `need` cannot be had in this world now, or null where it can. The account's limit is looked at first. */
export const refusalOf = (world: World, need: Need): Refusal | null => {
  const limit = world.accountVcpus
  const current = limit === null ? 0 : runningVcpus(world)
  if (limit !== null && need.n_vcpus > 0 && current + need.n_vcpus > limit) return { limit, current }
  const host = shortage(world, need)
  return host === null ? null : { host }
}
