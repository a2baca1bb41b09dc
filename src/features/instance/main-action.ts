import type { Instance } from '#contract/instance.ts'

import { checkAction } from '#model/instance/actions.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { stateInfo } from '#model/instance/states.ts'

/** The next sensible action on an instance: what the main button of its page does. */
export type MainAction =
  | { kind: 'open'; label: string; url: string }
  | { kind: 'copySsh'; label: string; command: string }
  | { kind: 'restart'; label: string }

/** Open the web app, else copy the SSH command, of what runs; restart what is stopped; nothing for the rest. */
export const mainAction = (instance: Instance): MainAction | null => {
  const { kind } = stateInfo(instance.state)
  if (kind === 'stopped' && checkAction('restart', instance).allowed)
    return { kind: 'restart', label: 'Restart' }
  if (kind !== 'running') return null
  const url = webAppUrl(instance)
  if (url !== null)
    return { kind: 'open', label: `Open ${flavorInfo(instance.flavor).opens ?? 'web app'}`, url }
  const ssh = sshCommands(instance)?.ssh
  return ssh === undefined ? null : { kind: 'copySsh', label: 'Copy SSH command', command: ssh }
}
