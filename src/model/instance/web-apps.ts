import type { Instance } from '#contract/instance.ts'
import { compareNatural } from '#lib/text.ts'

import { type FlavorFamily, flavorInfo } from './flavors.ts'
import { stateInfo } from './states.ts'
import { openWebAppUrl, webAppUrl } from './web-app-url.ts'

interface WebAppOf {
  instance: Instance
  /** What opens: "RStudio", "Marimo"; the environment's own name where we do not know. */
  app: string
  family: FlavorFamily
}

/** A web app that can be opened now. */
export interface WebApp extends WebAppOf {
  url: string
}

/** A web app that cannot be opened now, with the sentence that says why and what to do. */
export interface ClosedWebApp extends WebAppOf {
  reason: string
}

const appOf = (instance: Instance): WebAppOf => {
  const { opens, label, family } = flavorInfo(instance.flavor)
  return { instance, app: opens ?? label, family }
}

const byName = (a: WebAppOf, b: WebAppOf): number => compareNatural(a.instance.name, b.instance.name)

/** The web apps that can be opened now, by name of their instance. */
export const runningWebApps = (instances: readonly Instance[]): WebApp[] =>
  instances
    .flatMap((instance) => {
      const url = openWebAppUrl(instance)
      return url === null ? [] : [{ ...appOf(instance), url }]
    })
    .toSorted(byName)

const whyClosed = ({ state }: Instance, app: string): string | null => {
  const { kind, phrase } = stateInfo(state)
  if (kind === 'deleted' || state === 'deleting') return null
  switch (kind) {
    case 'transition':
      return `It is ${phrase}; ${app} opens once it runs.`
    case 'stopped':
      return `Stopped: restart it to open ${app}.`
    case 'running':
      return 'Running, but the service gives no address for it yet.'
    default:
      return `It is ${phrase}; ${app} may not answer.`
  }
}

/** The web apps of instances that would serve one and do not now, by name of their instance. */
export const closedWebApps = (instances: readonly Instance[]): ClosedWebApp[] =>
  instances
    .filter(
      (instance) =>
        openWebAppUrl(instance) === null &&
        (flavorInfo(instance.flavor).opens !== null || webAppUrl(instance) !== null),
    )
    .flatMap((instance) => {
      const app = appOf(instance)
      const reason = whyClosed(instance, app.app)
      return reason === null ? [] : [{ ...app, reason }]
    })
    .toSorted(byName)

/** What somebody did with a web app in this browser. */
export interface WebAppUse {
  uuid: string
  isPinned: boolean
  /** When it was last opened from here (ms since the epoch); null for never. */
  openedAt: number | null
}

/** No more than this are remembered: of those that are not pinned, the ones opened longest ago are forgotten. */
export const MOST_WEB_APPS_USED = 500

const unused = (uuid: string): WebAppUse => ({ uuid, isPinned: false, openedAt: null })

/** A lookup by uuid. */
export const webAppUseOf = (all: readonly WebAppUse[]): ((uuid: string) => WebAppUse) => {
  const byUuid = new Map(all.map((use) => [use.uuid, use]))
  return (uuid) => byUuid.get(uuid) ?? unused(uuid)
}

const lastFirst = (a: WebAppUse, b: WebAppUse): number =>
  Number(b.isPinned) - Number(a.isPinned) || (b.openedAt ?? 0) - (a.openedAt ?? 0)

const withChanged = (
  all: readonly WebAppUse[],
  uuid: string,
  change: Partial<WebAppUse>,
): readonly WebAppUse[] =>
  [{ ...webAppUseOf(all)(uuid), ...change }, ...all.filter((use) => use.uuid !== uuid)]
    .filter((use) => use.isPinned || use.openedAt !== null)
    .toSorted(lastFirst)
    .slice(0, MOST_WEB_APPS_USED)

export const withPin = (all: readonly WebAppUse[], uuid: string, isPinned: boolean): readonly WebAppUse[] =>
  withChanged(all, uuid, { isPinned })

/** That it was opened; `at` in ms since the epoch. */
export const withOpened = (all: readonly WebAppUse[], uuid: string, at: number): readonly WebAppUse[] =>
  withChanged(all, uuid, { openedAt: at })

/** Pinned ones first, then those that were opened last; of the rest the order stays as it is. */
export const byUse = <T>(apps: readonly T[], kept: (app: T) => WebAppUse): T[] =>
  apps.toSorted((a, b) => lastFirst(kept(a), kept(b)))
