import type { Shortage } from './capacity.ts'
import { liveAccountLimit, liveInstance, liveShortage } from './live-dialect.ts'
import type { Machine } from './machine.ts'
import { pageInstance, pageShortage, type Asked } from './page-dialect.ts'
import type { World } from './world.ts'

/** Whether this world answers as the live service does, rather than as the API page says. */
export const isLive = ({ scenario }: World): boolean => scenario === 'live'

export const instanceAnswer = (world: World, machine: Machine): object =>
  isLive(world) ? liveInstance(machine) : pageInstance(machine)

/** Why something did not fit: the host has no room, or the account has reached its limit. */
export type Refusal = { host: Shortage } | { limit: number; current: number }

export const refusalAnswer = (world: World, asked: Asked, refusal: Refusal): object => {
  if ('limit' in refusal) return liveAccountLimit(asked, refusal.limit, refusal.current)
  return isLive(world) ? liveShortage(asked, refusal.host) : pageShortage(asked, refusal.host)
}
