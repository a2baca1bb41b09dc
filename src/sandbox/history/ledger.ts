import { liveStates } from '#contract/vocabulary.ts'

import type { Machine } from '../machine.ts'
import { type Bill, holdsCompute, hourly } from '../meter.ts'
import { stoppedState } from '../transitions.ts'
import type { Life, Turn } from './lives.ts'
import { lookAfter, lookBefore, type Watch } from './watches.ts'

const sumOf = ({ compute, gpu, storage, surcharge }: Bill): bigint => compute + gpu + storage + surcharge

/** The page tells no price of Sentieon, so that whoever reads it does not know one. */
const hasUnknownFee = ({ flavor, surcharge }: Machine): boolean => flavor === 'genomics' && surcharge === 0

const words = (isUnknown: boolean): string[] => (isUnknown ? ['sentieon'] : [])

const inLive: ReadonlySet<string> = new Set(liveStates)

/** What an hour of a machine costs as its reader can know it: nano-dollars, and what has no known price. */
export const priceOf = (machine: Machine | null): { known: bigint; unknown: readonly string[] } =>
  machine === null
    ? { known: 0n, unknown: [] }
    : {
        known: sumOf(hourly(machine)),
        unknown: words(hasUnknownFee(machine) && holdsCompute(machine.state)),
      }

/** By what a machine is billed, in the form of the app's ledger; null where there is nothing to bill. */
const factsOf = (machine: Machine | null) => {
  if (machine === null || machine.state === 'deleted') return null
  const now = hourly(machine)
  const { known, unknown } = priceOf(machine)
  const running = sumOf(hourly({ ...machine, state: 'running' }))
  const stopped = sumOf(hourly({ ...machine, state: stoppedState[machine.resource_type] }))
  return {
    now: {
      compute: `${now.compute}`,
      storage: `${now.storage}`,
      gpu: `${now.gpu}`,
      other: `${now.surcharge}`,
    },
    low: `${stopped < known ? stopped : known}`,
    high: `${running > known ? running : known}`,
    unknown,
    unknownRunning: words(hasUnknownFee(machine)),
    assumed: inLive.has(machine.state),
  }
}

interface Entry {
  at: number
  after: number | null
  facts: ReturnType<typeof factsOf>
  awaited: boolean
}

/** An action of this browser is known to the instant; of what else changes only the looks before and after are. */
const knownAtOnce = ({ deed, isOwn }: Turn): boolean =>
  isOwn && (deed?.name === 'stop' || deed?.name === 'restart' || deed?.name === 'delete')

const entriesOf = ({ turns }: Life, watches: readonly Watch[]): Entry[] => {
  const entries: Entry[] = []
  for (const turn of turns) {
    const facts = factsOf(turn.machine)
    const isExact = knownAtOnce(turn)
    const at = isExact ? turn.at : lookAfter(watches, turn.shownAt)
    if (at === null) continue
    const last = entries.at(-1)
    if (last === undefined && facts === null) continue
    if (JSON.stringify(last?.facts) === JSON.stringify(facts)) continue
    // What changed twice while nobody looked is one change.
    const isUnseen = last?.at === at
    if (isUnseen) entries.pop()
    const before = isUnseen ? last.after : isExact ? at : lookBefore(watches, turn.at)
    const newest = entries.at(-1)
    const after = before === null ? null : Math.max(before, newest?.at ?? before)
    if (JSON.stringify(newest?.facts) !== JSON.stringify(facts))
      entries.push({ at, after, facts, awaited: false })
  }
  return entries
}

/** The name that a machine was last seen under. */
export const nameOf = ({ turns }: Life): string =>
  turns.findLast(({ machine }) => machine !== null)?.machine?.name ?? ''

/** The rows of the app's ledger: when it looked, and by what it saw each instance billed. */
export const ledgerRows = (
  lives: readonly Life[],
  watches: readonly Watch[],
  connection: string,
): unknown[] => [
  { connection, kind: 'head', id: '', version: 1, foldedTo: null },
  ...watches.map((watch) => ({ connection, kind: 'watch', id: `${watch.from}`, watch })),
  ...lives.flatMap((life) => {
    const { uuid, created } = life
    const entries = entriesOf(life, watches)
    const instance = { uuid, name: nameOf(life), created, entries }
    return entries.length === 0 ? [] : [{ connection, kind: 'instance', id: uuid, instance }]
  }),
]
