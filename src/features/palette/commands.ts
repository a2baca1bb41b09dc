import type { Instance } from '#contract/instance.ts'
import type { Recipe } from '#storage/recipes.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { type Action, actions } from '#model/instance/actions.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { operationSubject } from '#model/instance/operation-text.ts'
import { paths } from '#model/paths.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { recipeText } from '#model/create/recipe.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { Operation } from '#operations/operation.ts'
import { closedWebApps, runningWebApps } from '#model/instance/web-apps.ts'

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

export interface Command {
  id: string
  label: string
  /** What it is about, at the end of the line. */
  detail: string
  /** It is a place to go to, so it is also found by its detail and offered before one types. */
  isPlace: boolean
  /** Why it is not possible now, as a sentence; null where it is. Asked only of what is found. */
  refusal: () => string | null
  /** What it does to the price, where nothing asks again before it is done. Asked only of what is found. */
  price: () => string | null
  run: Run
}

/** All that commands are made of. */
export interface CommandSource {
  pages: readonly { to: string; label: string }[]
  instances: readonly Instance[]
  recipes: readonly Recipe[]
  /** The other accounts whose keys are here. */
  accounts: readonly { id: string; name: string; hint: string }[]
  /** What was asked for and is not known to have happened. */
  unconfirmed: readonly Operation[]
  /** Why an action is not possible now, as a sentence. */
  refusal: (action: Action, instance: Instance) => string | undefined
}

const none = () => null

const place = (id: string, label: string, detail: string, to: string): Command => ({
  id,
  label,
  detail,
  isPlace: true,
  refusal: none,
  price: none,
  run: { kind: 'go', to },
})

const command = (
  id: string,
  label: string,
  detail: string,
  run: Run,
  refusal: Command['refusal'] = none,
  price: Command['price'] = none,
): Command => ({ id, label, detail, isPlace: false, refusal, price, run })

const actionWords: Record<PaletteAction, string> = {
  stop: 'Stop',
  restart: 'Restart',
  resize: 'Resize',
  rename: 'Rename',
  delete: 'Delete',
}
const isPaletteAction = (action: Action): action is PaletteAction => action in actionWords
const paletteActions = actions.filter(isPaletteAction)

const themes = [
  { theme: 'light', label: 'Use the light theme' },
  { theme: 'dark', label: 'Use the dark theme' },
  { theme: 'system', label: 'Use the system’s theme' },
] as const

function* actionsOn(instance: Instance, refusal: CommandSource['refusal']): Iterable<Command> {
  const { uuid, name, state } = instance
  const detail = stateInfo(state).word.toLowerCase()
  for (const action of paletteActions)
    yield command(
      `${action} ${uuid}`,
      `${actionWords[action]} ${name}`,
      detail,
      { kind: 'action', action, instance },
      () => refusal(action, instance) ?? null,
      action === 'restart' ? () => actionPriceText(action, actionPrice(action, instance)) : none,
    )
  yield command(`like ${uuid}`, `Create one like ${name}`, detail, {
    kind: 'go',
    to: paths.create(duplicateSearch(instance)),
  })
  yield command(
    `port ${uuid}`,
    `Open a port of ${name}`,
    detail,
    { kind: 'go', to: paths.instance(instance) },
    () => refusal('openPort', instance) ?? null,
  )
  yield command(`ssh ${uuid}`, `Copy SSH command of ${name}`, detail, { kind: 'copySsh', instance }, () =>
    sshCommands(instance) === null ? 'It has no SSH address yet.' : null,
  )
}

/** Every command there is: the pages, recipes, accounts, themes, each instance, its web app, and every action on it. Made one by one. */
export function* allCommands({
  pages,
  instances,
  recipes,
  accounts,
  unconfirmed,
  refusal,
}: CommandSource): Iterable<Command> {
  for (const { to, label } of pages) yield place(to, label, 'page', to)
  for (const instance of instances) {
    const { uuid, name, state } = instance
    const detail = `${environmentLabel(instance)} · ${stateInfo(state).word.toLowerCase()}`
    yield place(uuid, name, detail, paths.instance(instance))
  }
  for (const { id, request } of unconfirmed) {
    const { subject, participle } = operationSubject(request)
    yield command(`retry ${id}`, `Try again: ${subject}`, `not confirmed that it was ${participle}`, {
      kind: 'retry',
      operation: id,
    })
  }
  for (const { name, search } of recipes)
    yield command(`recipe ${name}`, `Create from recipe ${name}`, recipeText(search), {
      kind: 'go',
      to: paths.create(search),
    })
  for (const { id, name, hint } of accounts)
    yield command(`switch ${id}`, `Switch to ${name}`, `key ${hint}`, { kind: 'switch', account: id })
  for (const { theme, label } of themes)
    yield command(`theme ${theme}`, label, 'theme', { kind: 'theme', theme })
  for (const { app, instance, url } of runningWebApps(instances))
    yield command(`app ${instance.uuid}`, `Open ${app} on ${instance.name}`, 'web app', { kind: 'open', url })
  for (const { app, instance, reason } of closedWebApps(instances))
    yield command(
      `app ${instance.uuid}`,
      `Open ${app} on ${instance.name}`,
      'web app',
      { kind: 'go', to: paths.instance(instance) },
      () => reason,
    )
  for (const instance of instances) yield* actionsOn(instance, refusal)
}
