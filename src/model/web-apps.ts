import type { Instance } from '#contract/instance.ts'

import { webAppUrl } from './connect.ts'
import { flavorInfo } from './flavors.ts'
import { stateInfo } from './states.ts'

export interface WebApp {
  instance: Instance
  /** What opens: "RStudio", "Marimo"; the environment's own name where we do not know. */
  app: string
  url: string
}

/** The web apps that can be opened now, by name of their instance. */
export const runningWebApps = (instances: readonly Instance[]): WebApp[] =>
  instances
    .filter(({ state }) => stateInfo(state).kind === 'running')
    .flatMap((instance) => {
      const url = webAppUrl(instance)
      const { opens, label } = flavorInfo(instance.flavor)
      return url === null ? [] : [{ instance, app: opens ?? label, url }]
    })
    .toSorted((a, b) => a.instance.name.localeCompare(b.instance.name))
