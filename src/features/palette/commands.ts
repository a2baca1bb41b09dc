import type { Instance } from '#contract/instance.ts'
import { hasWords, fold, searchWords } from '#lib/text.ts'
import type { ActRule } from '#model/acts.ts'
import { environmentLabel } from '#model/flavors.ts'
import { stateInfo } from '#model/states.ts'

export type PaletteAct = 'stop' | 'restart' | 'resize' | 'rename' | 'delete'

/** Where a command leads: to a page, or to an act on an instance. */
export type Command = {
  id: string
  label: string
  /** What it is about, at the end of the line. */
  detail: string
  /** Why it is not possible now. */
  refusal: string | null
} & ({ kind: 'go'; to: string } | { kind: 'act'; act: PaletteAct; instance: Instance })

const actWords: Record<PaletteAct, string> = {
  stop: 'Stop',
  restart: 'Restart',
  resize: 'Resize',
  rename: 'Rename',
  delete: 'Delete',
}
const paletteActs: readonly PaletteAct[] = ['stop', 'restart', 'resize', 'rename', 'delete']

const refusalOf = (act: PaletteAct, instance: Instance, rule: ActRule): string | null => {
  const verdict = rule(act, instance)
  return verdict.allowed ? null : verdict.reason
}

/** Every command there is: the pages, each instance, and every act on each instance. */
export const allCommands = (
  pages: readonly { to: string; label: string }[],
  instances: readonly Instance[],
  pathOf: (name: string) => string,
  rule: ActRule,
): Command[] => [
  ...pages.map(({ to, label }): Command => ({
    kind: 'go',
    id: to,
    label,
    detail: 'page',
    refusal: null,
    to,
  })),
  ...instances.map((instance): Command => {
    const { uuid, name, state } = instance
    const detail = `${environmentLabel(instance)} · ${stateInfo(state).word.toLowerCase()}`
    return { kind: 'go', id: uuid, label: name, detail, refusal: null, to: pathOf(name) }
  }),
  ...instances.flatMap((instance) =>
    paletteActs.map((act): Command => {
      const { uuid, name, state } = instance
      const label = `${actWords[act]} ${name}`
      const detail = stateInfo(state).word.toLowerCase()
      return {
        kind: 'act',
        id: `${act} ${uuid}`,
        label,
        detail,
        refusal: refusalOf(act, instance, rule),
        act,
        instance,
      }
    }),
  ),
]

const shownAtMost = 50

/** An act is found by its own words alone: "stop dev-server" must not offer to restart it because it is "stopped". */
const wordsOf = ({ kind, label, detail }: Command): string =>
  fold(kind === 'act' ? label : `${label} ${detail}`)

/** The commands whose words match: what begins with the query first, then what is possible before what is not. */
export const findCommands = (commands: readonly Command[], query: string): Command[] => {
  const words = searchWords(query)
  const start = fold(query.trim())
  const rank = ({ label, refusal }: Command) =>
    (fold(label).startsWith(start) ? 0 : 2) + (refusal === null ? 0 : 1)
  return commands
    .filter((command) => (words.length > 0 || command.kind === 'go') && hasWords(wordsOf(command), words))
    .map((command, index) => ({ command, index }))
    .toSorted((a, b) => (words.length === 0 ? 0 : rank(a.command) - rank(b.command)) || a.index - b.index)
    .slice(0, shownAtMost)
    .map(({ command }) => command)
}
