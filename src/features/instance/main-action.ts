import type { Instance } from '#contract/instance.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { OperationAction } from '#model/instance/operation.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'

/** The next sensible action on an instance: what the main button of its page does. */
export type MainAction =
  | { kind: 'open'; label: string; url: string }
  | { kind: 'copySsh'; label: string; command: string }
  /** Asks to be told once it runs. */
  | { kind: 'notify' }
  /** Creates one like it. */
  | { kind: 'create' }
  /** What it will do once it runs; `restart` is primary then. */
  | { kind: 'later'; label: string }

/**
 * Open the web app, else copy the SSH command, of what runs; be told of what is on its way; create another in place of what is deleted.
 * `underWay` is what was asked of it and is not done.
 */
export const mainAction = (
  instance: Instance,
  underWay: OperationAction | null = null,
): MainAction | null => {
  const { kind } = stateInfo(instance.state)
  if (kind === 'transition' || underWay === 'restart') return { kind: 'notify' }
  if (kind === 'deleted') return { kind: 'create' }
  // Its banner has the ways on.
  if (kind === 'error') return null
  const url = webAppUrl(instance)
  const ssh = sshCommands(instance)?.ssh
  const { opens } = flavorInfo(instance.flavor)
  const open = `Open ${opens ?? 'web app'}`
  if (kind === 'stopped' || underWay === 'stop' || underWay === 'delete') {
    // The service may tell no address of what does not run.
    if (url !== null || opens !== null) return { kind: 'later', label: open }
    return ssh === undefined ? null : { kind: 'later', label: 'Copy SSH command' }
  }
  if (url !== null) return { kind: 'open', label: open, url }
  return ssh === undefined ? null : { kind: 'copySsh', label: 'Copy SSH command', command: ssh }
}
