import type { World } from '../world.ts'
import { activityRows } from './activity.ts'
import { ledgerRows, nameOf } from './ledger.ts'
import { type Life, livesOf } from './lives.ts'
import { sampleRows } from './samples.ts'
import { lookBefore, type Watch, watchesOf } from './watches.ts'

/** Beyond this many machines a world has no history: it would be a file of many megabytes. */
const mostMachines = 100

/** Who was called what, and who is gone since when. */
const nameRows = (
  lives: readonly Life[],
  watches: readonly Watch[],
  now: number,
  connection: string,
): unknown[] =>
  lives.map((life) => {
    const name = nameOf(life)
    const names = life.turns.flatMap(({ machine }) => machine?.name ?? [])
    const formerNames = [...new Set(names.toReversed())].filter((former) => former !== name)
    const end = life.turns.at(-1)
    const isGone = end?.machine === null
    const seenAt = isGone ? (lookBefore(watches, end.at) ?? end.at) : now
    return { connection, uuid: life.uuid, name, formerNames, seenAt, ...(isGone ? { absent: true } : {}) }
  })

export interface HistoryOptions {
  worldId: string
  /** Makes the usage of the machines. */
  seed: string
  /** The world's own time in ms. */
  now: number
  /** What the app calls the account. */
  connection: string
}

/**
 * What a browser would have stored of a world, had it been used a little each day for the last week: a file as the app exports it. Made
 * of what the sandbox answers stats and bills with, and the same whenever it is asked for. The live dialect has none.
 */
export const historyOf = (world: World, { worldId, seed, now, connection }: HistoryOptions) => {
  const isTold = world.scenario !== 'live' && world.machines.length <= mostMachines
  const lives = isTold ? livesOf(world, worldId) : []
  const watches = lives.length === 0 ? [] : watchesOf(world, now)
  return {
    app: 'hatteras',
    format: 1,
    exportedAt: new Date(now).toISOString(),
    settings: {},
    database: {
      samples: sampleRows(lives, watches, { seed, now, connection }),
      names: nameRows(lives, watches, now, connection),
      activity: activityRows(lives, watches, { now, connection }),
      ledger: lives.length === 0 ? [] : ledgerRows(lives, watches, connection),
    },
  }
}
