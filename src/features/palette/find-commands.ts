import { fold, hasWords, searchWords } from '#lib/text.ts'
import { ZERO } from '#lib/money.ts'

import type { Command } from './command.ts'
import { allCommands, commandsOn, type CommandSource } from './commands.ts'

const shownAtMost = 50
/** So many are looked at of those that hold the query and do not begin with it. */
const othersAtMost = 1000
/** So many instances are offered before one types, fewer where there is something to do here; the fleet shows them all. */
const offeredAtMost = { elsewhere: 8, here: 4 }

/** A command that was found, with the reason where it is not allowed now, and of its price where it has one. */
export interface FoundCommand extends Omit<Command, 'disabledReason' | 'price' | 'figure'> {
  disabledReason: string | null
  price: string | null
  figure: string
}

const found = (command: Command, disabledReason: string | null, group = command.group): FoundCommand => ({
  ...command,
  group,
  disabledReason,
  price: command.price(),
  figure: disabledReason === null ? command.figure() : '',
})

/** What is offered before one types: what can be done on the page that is open, some instances, and the pages. */
const offered = (source: CommandSource): FoundCommand[] => {
  const { here } = source
  const own = here === null ? [] : [...commandsOn(here, source.disabledReason)]
  const places: Command[] = []
  const most = here === null ? offeredAtMost.elsewhere : offeredAtMost.here
  let instances = 0
  for (const command of allCommands(source)) {
    // Instances and pages come first, and nothing that is offered follows them.
    if (!command.isPlace) break
    if (!command.isOffered) continue
    if (command.instance !== null) instances += 1
    if (command.instance === null || instances <= most) places.push(command)
  }
  return [
    ...own.flatMap((command) => {
      const { short: label = command.label } = command
      return command.disabledReason() === null ? [{ ...found(command, null, here?.name), label }] : []
    }),
    ...places.map((command) => found(command, null)),
  ]
}

/** An action is found by its own words alone: "stop dev-server" must not offer to restart it because it is "stopped". */
const wordsOf = ({ isPlace, label, detail }: Command): string => fold(isPlace ? `${label} ${detail}` : label)

interface Ranked {
  command: Command
  disabledReason: string | null
  /** Smaller is better: what begins with the query before what only holds it, what is possible before what is not. */
  rank: number
  saves: bigint | null
  isHere: boolean
}

const isBetter = (a: Ranked, b: Ranked): number => a.rank - b.rank || Number(b.isHere) - Number(a.isHere)

/** Of one kind also by what they save. */
const isBetterOfKind = (a: Ranked, b: Ranked): number => {
  const difference = a.saves === null || b.saves === null ? ZERO : b.saves - a.saves
  return isBetter(a, b) || (difference > ZERO ? 1 : difference < ZERO ? -1 : 0)
}

const rankedIn = (source: CommandSource, words: readonly string[], start: string): Ranked[] => {
  const { here } = source
  const all: Ranked[] = []
  let places = 0
  let others = 0
  const look = (command: Command) => {
    if (!hasWords(wordsOf(command), words)) return
    const isStart = fold(command.label).startsWith(start)
    if (isStart && command.isPlace) places += 1
    if (!isStart) others += 1
    // In a fleet of thousands a single letter is in everything.
    if (others > othersAtMost && !isStart) return
    const disabledReason = command.disabledReason()
    all.push({
      command,
      disabledReason,
      rank: (isStart ? 0 : 2) + (disabledReason === null ? 0 : 1),
      saves: disabledReason === null && command.saves !== null ? command.saves() : null,
      isHere: here !== null && command.instance?.uuid === here.uuid,
    })
  }
  if (here !== null) for (const command of commandsOn(here, source.disabledReason)) look(command)
  for (const command of allCommands(source)) {
    look(command)
    // Nothing that follows so many places would be shown.
    if (places >= shownAtMost) break
  }
  return all
}

/**
 * By their groups: that of the best comes first. What can be done about one instance alone is one group, which keeps its own order.
 */
const inGroups = (ranked: readonly Ranked[]): Map<string, Ranked[]> => {
  const about = new Set(
    ranked.flatMap(({ command }) => (command.short === undefined ? [] : (command.instance ?? []))),
  )
  const [alone] = about.size === 1 ? about : []
  const groups = new Map<string, Ranked[]>()
  for (const one of ranked.toSorted(isBetter)) {
    const isOfOne = alone !== undefined && one.command.short !== undefined
    const group = isOfOne ? alone.name : one.command.group
    const lines = groups.get(group)
    if (lines === undefined) groups.set(group, [one])
    else lines.push(one)
  }
  for (const [group, lines] of groups)
    if (group !== alone?.name) groups.set(group, lines.toSorted(isBetterOfKind))
  return groups
}

/**
 * The commands whose words match, at most 50, by their groups: what begins with the query first, what is possible before what is not,
 * and of a kind what saves most. Without a query, what can be done on the page that is open, and where one can go.
 */
export const findCommands = (source: CommandSource, query: string): FoundCommand[] => {
  const words = searchWords(query)
  if (words.length === 0) return offered(source)
  const groups = inGroups(rankedIn(source, words, fold(query.trim())))
  return [...groups]
    .flatMap(([group, lines]) =>
      lines.map(({ command, disabledReason }) => ({ group, command, disabledReason })),
    )
    .slice(0, shownAtMost)
    .map(({ group, command, disabledReason }) => found(command, disabledReason, group))
}
