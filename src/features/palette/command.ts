import type { Instance } from '#contract/instance.ts'
import type { Usd } from '#lib/money.ts'
import type { Action } from '#model/instance/actions.ts'

export type PaletteAction = Exclude<Action, 'openPort' | 'closePort' | 'stats'>

/** What a command does. */
export type Run =
  | { kind: 'go'; to: string }
  | { kind: 'action'; action: PaletteAction; instance: Instance }
  | { kind: 'open'; url: string }
  | { kind: 'copySsh'; instance: Instance }
  | { kind: 'retry'; operation: number }
  | { kind: 'theme'; theme: 'light' | 'dark' | 'system' }
  | { kind: 'switch'; account: string }

/** The picture before a command that is not about an instance, or is one of several about the same. */
export type CommandIcon =
  | PaletteAction
  | 'instances'
  | 'create'
  | 'webApps'
  | 'costs'
  | 'activity'
  | 'settings'
  | 'port'
  | 'ssh'
  | 'open'
  | 'retry'
  | 'recipe'
  | 'account'
  | 'theme'

export interface Command {
  id: string
  label: string
  /** The label where the instance is named above it: "Stop…". */
  short?: string
  /** The heading that it stands under. */
  group: string
  icon: CommandIcon
  /** The instance that it is about. */
  instance: Instance | null
  /** What it is about, in words that it is also found by where it is a place. */
  detail: string
  /** It is a place to go to, so it is also found by its detail. */
  isPlace: boolean
  /** It is offered before one types. */
  isOffered: boolean
  /** Keys that do the same from anywhere. */
  keys?: string | undefined
  /** Why it is not possible now, as a sentence; null where it is. Asked only of what is found. */
  disabledReason: () => string | null
  /** What it does to the price, where nothing asks again before it is done. Asked only of what is found. */
  price: () => string | null
  /** A figure at the end of the line. Asked only of what is shown. */
  figure: () => string
  /** What an hour less costs once it is done; null where that is not what it is for. Of its kind, what saves most comes first. */
  saves: (() => Usd) | null
  run: Run
}

/** A page to go to. */
export interface PalettePage {
  to: string
  label: string
  icon: CommandIcon
  /** What there is on it: how many instances, what all of them cost. */
  figure?: string
  keys?: string
}

type Given = Partial<Command> & Pick<Command, 'id' | 'label' | 'group' | 'icon' | 'detail' | 'run'>

/** A command, with what most of them are or lack. */
export const command = (given: Given): Command => ({
  instance: null,
  isPlace: false,
  isOffered: false,
  disabledReason: () => null,
  price: () => null,
  figure: () => '',
  saves: null,
  ...given,
})
