import { hash32, share } from '../hash.ts'
import type { Machine } from '../machine.ts'
import { priceOf } from './ledger.ts'
import type { Life, Turn } from './lives.ts'
import { isWatched, lookAfter, lookBefore, type Watch } from './watches.ts'

const sizeOf = ({ n_vcpus, mem_gib, disk_size_gib }: Machine) => ({ n_vcpus, mem_gib, disk_size_gib })

/** What a reader of the fleet sees to be different, in the words of the app's record; null where it is nothing. */
const changeOf = (before: Machine | null, after: Machine | null): Record<string, unknown> | null => {
  if (after === null) return { of: 'gone' }
  if (before === null) return { of: 'there', state: after.state, size: sizeOf(after) }
  if (before.state !== after.state) return { of: 'state', from: before.state, to: after.state }
  if (before.name !== after.name) return { of: 'name', from: before.name, to: after.name }
  const size = { from: sizeOf(before), to: sizeOf(after) }
  if (JSON.stringify(size.from) !== JSON.stringify(size.to)) return { of: 'size', ...size }
  const opened = after.ports.filter((port) => !before.ports.includes(port))
  const closed = before.ports.filter((port) => !after.ports.includes(port))
  return opened.length + closed.length === 0 ? null : { of: 'ports', opened, closed }
}

/** What it made of the price per hour; nothing where that stayed. */
const effectOf = (before: Machine | null, after: Machine | null) => {
  const [was, is] = [priceOf(before), priceOf(after)]
  const known = is.known - was.known
  const unknown = was.unknown.length === is.unknown.length ? [] : [...was.unknown, ...is.unknown]
  return known === 0n && unknown.length === 0 ? {} : { effect: { known: `${known}`, unknown } }
}

const askedOf = ({ deed }: Turn, after: Machine | null) => {
  if (deed === null) return null
  const { name, port, prefill } = deed
  return {
    action: name,
    ...(port === undefined ? {} : { port }),
    ...(prefill === undefined ? {} : { prefill }),
    ...(name === 'rename' ? { to: after?.name } : {}),
  }
}

/** An open tab reads the fleet so often while something changes. */
const readEvery = 2000

/** When a tab sees what a GET shows from `shownAt` on, and when it last saw it otherwise; null where nobody looks any more. */
const sightOf = (
  watches: readonly Watch[],
  shownAt: number,
  uuid: string,
): { at: number; since: number } | null => {
  if (isWatched(watches, shownAt)) {
    const at = Math.round(shownAt + 300 + 1600 * share('seen', uuid, shownAt))
    return { at, since: at - readEvery }
  }
  const at = lookAfter(watches, shownAt)
  return at === null ? null : { at, since: lookBefore(watches, shownAt) ?? at }
}

/** What was asked for and what was seen to change, until `now` (ms), in the form of the app's record. */
export const activityRows = (
  lives: readonly Life[],
  watches: readonly Watch[],
  { now, connection }: { now: number; connection: string },
): { at: number }[] =>
  lives.flatMap(({ uuid, created, turns }) => {
    const isBorn = created >= turns[0].at
    return turns.flatMap((turn, index) => {
      const before = turns[index - 1]?.machine ?? null
      const after = turn.machine
      const known = after ?? before
      // Of what was there at the first look nobody knows how it came about; of what is different since the world began, neither.
      if (known === null || (index === 0 && !isBorn) || (turn.deed === null && turn.at > created + 60_000))
        return []
      const row = (kind: 'did' | 'saw', at: number, name: string) => ({
        connection,
        id: hash32('activity', uuid, index, kind).toString(36),
        at,
        uuid,
        name,
        kind,
      })
      const asked = turn.isOwn ? askedOf(turn, after) : null
      const change = changeOf(before, after)
      const seen = sightOf(watches, turn.shownAt, uuid)
      const { flavor, resource_type } = known
      const environment = { flavor, resource_type, distro: resource_type === 'vm' ? 'ubuntu' : null }
      return [
        ...(asked === null ? [] : [{ ...row('did', turn.at, (before ?? known).name), asked }]),
        ...(change === null || seen === null || seen.at > now
          ? []
          : [
              {
                ...row('saw', seen.at, known.name),
                since: seen.since,
                change,
                ...effectOf(before, after),
                environment,
              },
            ]),
      ]
    })
  })
