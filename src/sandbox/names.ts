import { pick, hash32 } from './hash.ts'
import type { Machine } from './machine.ts'

/** Names that belong to other accounts: instance names are globally unique (API page), and a world sees only its own. */
export const takenElsewhere: ReadonlySet<string> = new Set([
  'taken-elsewhere',
  'production-server',
  'jupyter',
  'test',
])

const adjectives = ['brave', 'zealous', 'quiet', 'amber', 'brisk', 'coastal', 'lucid', 'steady'] as const
const nouns = ['box', 'cloud', 'harbor', 'dune', 'lantern', 'tide', 'pine', 'heron'] as const

/** A name in the form of the page's `brave-box-979`. */
export const inventName = (seed: string, count: number): string =>
  `${pick(adjectives, seed, 'adjective', count)}-${pick(nouns, seed, 'noun', count)}-${hash32(seed, 'number', count) % 1000}`

/**
 * Whether the name is free for `self`: nobody else here or elsewhere has it, but for what is deleted, and it is nobody's uuid, by which
 * the paths of the API would find the other one.
 */
export const isFree = (name: string, machines: readonly Machine[], self: Machine | null = null): boolean =>
  !takenElsewhere.has(name) &&
  machines.every(({ uuid }) => uuid !== name) &&
  machines.every((machine) => machine === self || machine.state === 'deleted' || machine.name !== name)
