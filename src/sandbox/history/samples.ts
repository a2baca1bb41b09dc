import { usage } from '../usage.ts'
import { type Life, machineAt } from './lives.ts'
import { day, hour, isWatched, lookAfter, minute, type Watch } from './watches.ts'

/** The last hour and a little was spent on a page with readings, of which every tenth second is stored; before, they were rarer. */
const recent = hour + 5 * minute
const every = { recent: 10_000, earlier: 4 * minute }

/** The times of readings until `now`, oldest first. They are the same ones whenever one asks. */
const timesUntil = (now: number, watches: readonly Watch[]): number[] => {
  const times: number[] = []
  const add = (from: number, to: number, step: number) => {
    for (let at = Math.ceil(from / step) * step; at < to; at += step)
      if (isWatched(watches, at)) times.push(at)
  }
  add(now - day, now - recent, every.earlier)
  add(now - recent, now, every.recent)
  return times
}

/** When a container that had just been started was read first: at once. */
const firstReadings = ({ turns }: Life, watches: readonly Watch[], now: number): number[] =>
  turns.flatMap(({ machine, shownAt, deed }) => {
    const seen = machine?.state === 'running' ? lookAfter(watches, shownAt) : null
    if (seen === null || deed?.name === 'resize') return []
    const at = Math.ceil(seen / every.recent) * every.recent
    return at >= now - day && at < now && isWatched(watches, at) ? [at] : []
  })

/** Readings of the running containers in the day before `now` (ms), as the app stores them: it keeps no more than a day. */
export const sampleRows = (
  lives: readonly Life[],
  watches: readonly Watch[],
  { seed, now, connection }: { seed: string; now: number; connection: string },
): unknown[] => {
  const times = timesUntil(now, watches)
  return lives.flatMap((life) => {
    const own = [...new Set([...times, ...firstReadings(life, watches, now)])].toSorted((a, b) => a - b)
    return own.flatMap((at) => {
      const machine = machineAt(life, at)
      if (machine?.resource_type !== 'container' || machine.state !== 'running' || !machine.reachable)
        return []
      const read = usage(seed, machine, at)
      return [
        {
          connection,
          uuid: life.uuid,
          at,
          cpu: read.cpu_percent,
          memUsed: read.mem_used_gib,
          memTotal: read.mem_total_gib,
          diskUsed: read.disk_used_gib,
          diskTotal: read.disk_total_gib,
        },
      ]
    })
  })
}
