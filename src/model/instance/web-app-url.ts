import type { Instance } from '#contract/instance.ts'
import { perObject } from '#lib/per-object.ts'

import { stateInfo } from './states.ts'

/** The web app's address if it is one a browser may be sent to (http or https, without credentials), else null. */
export const webAppUrl = perObject((instance: Pick<Instance, 'webapp_url'>): string | null => {
  if (instance.webapp_url === null || !URL.canParse(instance.webapp_url)) return null
  const url = new URL(instance.webapp_url)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
})

/** The same where it opens now. */
export const openWebAppUrl = (instance: Pick<Instance, 'state' | 'webapp_url'>): string | null =>
  stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
