import type { Instance } from '#contract/instance.ts'

import { stateInfo } from './states.ts'

/** The web app's address if it is one a browser may be sent to (http or https, without credentials), else null. */
export const webAppUrl = (instance: { webapp_url: string | null }): string | null => {
  if (instance.webapp_url === null || !URL.canParse(instance.webapp_url)) return null
  const url = new URL(instance.webapp_url)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
}

/** The same where it opens now. */
export const openWebAppUrl = ({
  state,
  webapp_url,
}: Pick<Instance, 'state' | 'webapp_url'>): string | null =>
  stateInfo(state).kind === 'running' ? webAppUrl({ webapp_url }) : null
