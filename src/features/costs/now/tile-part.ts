import type { Instance } from '#contract/instance.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost } from '#model/pricing/cost.ts'

/** What colours a tile: as in the bar above the fleet. */
export type TilePart = 'running' | 'idle' | 'transition' | 'stopped' | 'other'

/** An instance that is not `idle` as far as this browser knows is as its state says. */
export const tilePart = ({ state }: Instance, isIdle: boolean): TilePart => {
  const { kind } = stateInfo(state)
  if (kind === 'running') return isIdle ? 'idle' : 'running'
  return kind === 'transition' || kind === 'stopped' ? kind : 'other'
}

/** The part of a price, 0 to 1, that goes on once the instance is stopped; 0 for one that is stopped, since all of its tile is disk. */
export const staysShare = (instance: Instance): number => {
  const { now, stopped } = hourlyCost(instance)
  if (stateInfo(instance.state).kind === 'stopped' || now.known <= 0n) return 0
  return Math.min(1, Number(stopped.known) / Number(now.known))
}
