import type { Instance } from '#contract/instance.ts'
import { formatNumber } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { recipeText } from '#model/create/recipe.ts'
import { type Action, actions } from '#model/instance/actions.ts'
import { whyNoSshLine } from '#model/instance/connect.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { operationSubject } from '#model/instance/operation-text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { closedWebApps, runningWebApps } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { atLeastHourly } from '#model/pricing/amount-text.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import type { Operation } from '#operations/operation.ts'
import type { Recipe } from '#storage/create.ts'

import { type Command, command, type PaletteAction, type PalettePage } from './command.ts'

/** All that commands are made of. */
export interface CommandSource {
  pages: readonly PalettePage[]
  instances: readonly Instance[]
  /** The instance whose page is open. */
  here: Instance | null
  recipes: readonly Recipe[]
  /** The other accounts whose keys are here. */
  accounts: readonly { id: string; name: string; hint: string }[]
  /** What was asked for and is not known to have happened. */
  unconfirmed: readonly Operation[]
  /** Why an action is not possible now, as a sentence. */
  disabledReason: (action: Action, instance: Instance) => string | undefined
}

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

/** The sections of Settings that people look for by their own name. */
const settings = [
  { label: 'API keys', hash: 'keys' },
  { label: 'Alerts', hash: 'alerts' },
  { label: 'Rates', hash: 'rates' },
  { label: 'Budget', hash: 'budget' },
  { label: 'Export and import', hash: 'memory' },
]

const sizeFigure = ({ n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk }: Instance): string =>
  [vcpus, memory, disk].map((size) => (size === null ? '—' : formatNumber(size))).join(' · ')

const savesText = (saved: string | null): string => (saved === null ? '' : `saves ${saved}`)

/** What an action is for, in money: a figure, and the amount that those of its kind are ordered by. */
const moneyOf = (action: PaletteAction, instance: Instance): Pick<Command, 'figure' | 'saves'> => {
  const cost = hourlyCost(instance)
  switch (action) {
    case 'stop':
      return { figure: () => savesText(atLeastHourly(stopSaves(cost))), saves: () => stopSaves(cost).known }
    case 'delete':
      return { figure: () => savesText(atLeastHourly(cost.now)), saves: () => cost.now.known }
    case 'restart':
      return {
        figure: () => `${hourlyText(cost.running)} / h`,
        saves: () => cost.now.known - cost.running.known,
      }
    case 'resize':
      return { figure: () => sizeFigure(instance), saves: null }
    default:
      return { figure: () => '', saves: null }
  }
}

function* actionsOn(instance: Instance, disabledReason: CommandSource['disabledReason']): Iterable<Command> {
  const { uuid, name, state } = instance
  const detail = stateInfo(state).word.toLowerCase()
  yield command({
    id: `ssh ${uuid}`,
    label: `Copy SSH command of ${name}`,
    short: 'Copy SSH command',
    group: 'Copy an SSH command',
    icon: 'ssh',
    instance,
    detail,
    run: { kind: 'copySsh', instance },
    disabledReason: () => whyNoSshLine(instance) ?? null,
  })
  for (const action of paletteActions)
    yield command({
      id: `${action} ${uuid}`,
      label: `${actionWords[action]} ${name}`,
      short: action === 'restart' ? actionWords[action] : `${actionWords[action]}…`,
      group: `${actionWords[action]} an instance`,
      icon: action,
      instance,
      detail,
      run: { kind: 'action', action, instance },
      disabledReason: () => disabledReason(action, instance) ?? null,
      price: () => (action === 'restart' ? actionPriceText(action, actionPrice(action, instance)) : null),
      ...moneyOf(action, instance),
    })
  yield command({
    id: `like ${uuid}`,
    label: `Create one like ${name}`,
    short: 'Create one like it',
    group: 'Create one like it',
    icon: 'create',
    instance,
    detail,
    run: { kind: 'go', to: paths.create(duplicateSearch(instance)) },
  })
  yield command({
    id: `port ${uuid}`,
    label: `Open a port of ${name}`,
    short: 'Open a port',
    group: 'Open a port',
    icon: 'port',
    instance,
    detail,
    run: { kind: 'go', to: paths.instance(instance) },
    disabledReason: () => disabledReason('openPort', instance) ?? null,
  })
}

function* webApps(instances: readonly Instance[]): Iterable<Command> {
  const of = (app: string, instance: Instance) =>
    ({
      id: `app ${instance.uuid}`,
      label: `Open ${app} on ${instance.name}`,
      short: `Open ${app}`,
      group: 'Open a web app',
      icon: 'open',
      instance,
      detail: 'web app',
    }) as const
  for (const { app, instance, url } of runningWebApps(instances))
    yield command({ ...of(app, instance), run: { kind: 'open', url } })
  for (const { app, instance, reason } of closedWebApps(instances))
    yield command({
      ...of(app, instance),
      run: { kind: 'go', to: paths.instance(instance) },
      disabledReason: () => reason,
    })
}

const dearestFirst = (instances: readonly Instance[]): Instance[] =>
  instances.toSorted((a, b) => {
    const difference = hourlyCost(b).now.known - hourlyCost(a).now.known
    return difference > ZERO ? 1 : difference < ZERO ? -1 : 0
  })

/** Everything that can be done about one instance, what one comes for most first. */
export function* commandsOn(
  instance: Instance,
  disabledReason: CommandSource['disabledReason'],
): Iterable<Command> {
  yield* webApps([instance])
  yield* actionsOn(instance, disabledReason)
}

/**
 * Every command there is: each instance, the pages, recipes, accounts, themes, web apps, and every action. Made one by one. Without
 * the actions about the instance whose page is open: `commandsOn` makes these.
 */
export function* allCommands({
  pages,
  instances,
  here,
  recipes,
  accounts,
  unconfirmed,
  disabledReason,
}: CommandSource): Iterable<Command> {
  for (const instance of dearestFirst(instances)) {
    const { uuid, name, state } = instance
    const { kind, word } = stateInfo(state)
    yield command({
      id: uuid,
      label: name,
      group: 'Instances',
      icon: 'instances',
      instance,
      detail: `${environmentLabel(instance)} · ${word.toLowerCase()}`,
      isPlace: true,
      isOffered: kind !== 'deleted' && uuid !== here?.uuid,
      run: { kind: 'go', to: paths.instance(instance) },
      figure: () => `${hourlyText(hourlyCost(instance).now)} / h`,
    })
  }
  for (const { to, label, icon, figure = '', keys } of pages)
    yield command({
      id: to,
      label,
      group: 'Go to',
      icon,
      detail: 'page',
      isPlace: true,
      isOffered: true,
      keys,
      figure: () => figure,
      run: { kind: 'go', to },
    })
  for (const { id, request } of unconfirmed) {
    const { subject, participle } = operationSubject(request)
    yield command({
      id: `retry ${id}`,
      label: `Try again: ${subject}`,
      group: 'Not confirmed',
      icon: 'retry',
      detail: `not confirmed that it was ${participle}`,
      run: { kind: 'retry', operation: id },
    })
  }
  for (const { name, search } of recipes)
    yield command({
      id: `recipe ${name}`,
      label: `Create from recipe ${name}`,
      group: 'Recipes',
      icon: 'recipe',
      detail: recipeText(search),
      run: { kind: 'go', to: paths.create(search) },
    })
  for (const { id, name, hint } of accounts)
    yield command({
      id: `switch ${id}`,
      label: `Switch to ${name}`,
      group: 'Accounts',
      icon: 'account',
      detail: `key ${hint}`,
      run: { kind: 'switch', account: id },
    })
  for (const { theme, label } of themes)
    yield command({
      id: `theme ${theme}`,
      label,
      group: 'Settings',
      icon: 'theme',
      detail: 'theme',
      run: { kind: 'theme', theme },
    })
  for (const { label, hash } of settings)
    yield command({
      id: `settings ${hash}`,
      label,
      group: 'Settings',
      icon: 'settings',
      detail: 'settings',
      isPlace: true,
      run: { kind: 'go', to: `${paths.settings()}#${hash}` },
    })
  const others = instances.filter(({ uuid }) => uuid !== here?.uuid)
  yield* webApps(others)
  for (const instance of others) yield* actionsOn(instance, disabledReason)
}
