import { fold, hasWords, searchWords } from '#lib/text.ts'

import { allCommands, type Command, type CommandSource } from './commands.ts'

const shownAtMost = 50

/** A command that was found, with the sentence of its refusal where it is not possible now, and of its price where it has one. */
export interface FoundCommand extends Omit<Command, 'refusal' | 'price'> {
  refusal: string | null
  price: string | null
}

/** An action is found by its own words alone: "stop dev-server" must not offer to restart it because it is "stopped". */
const wordsOf = ({ isPlace, label, detail }: Command): string => fold(isPlace ? `${label} ${detail}` : label)

/**
 * The commands whose words match, at most 50: what begins with the query first, then what is possible before what is not. Without
 * a query, the places one can go to.
 */
export const findCommands = (source: CommandSource, query: string): FoundCommand[] => {
  const words = searchWords(query)
  const start = fold(query.trim())
  const ranks: FoundCommand[][] = [[], [], [], []]
  for (const command of allCommands(source)) {
    if (words.length === 0 ? !command.isPlace : !hasWords(wordsOf(command), words)) continue
    if (ranks[0]?.length === shownAtMost) break
    const refusal = command.refusal()
    const isStart = words.length === 0 || fold(command.label).startsWith(start)
    const rank = ranks[(isStart ? 0 : 2) + (refusal === null ? 0 : 1)]
    if (rank !== undefined && rank.length < shownAtMost)
      rank.push({ ...command, refusal, price: command.price() })
  }
  return ranks.flat().slice(0, shownAtMost)
}
