import { sshPort } from '#contract/vocabulary.ts'
import { shellQuote } from '#lib/shell-quote.ts'

import { sshTarget, type Reachable, type SshTarget } from './ssh.ts'

/** A name that SSH and `~/.ssh/config` take as one word, whatever the instance is called. */
const hostAlias = ({ name, uuid }: Reachable): string => {
  const safe = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return safe === '' ? uuid.replaceAll(/[^\w-]+/g, '-') : safe
}

const destination = ({ user, host }: SshTarget): string => shellQuote(`${user}@${host}`)
/** The same with a path, for scp and rsync: they take an address with colons only in brackets. */
const remotePath = ({ user, host }: SshTarget, path: string): string =>
  shellQuote(`${user}@${host.includes(':') ? `[${host}]` : host}:${path}`)
const portFlag = (flag: '-p' | '-P', { port }: SshTarget): string =>
  port === sshPort ? '' : `${flag} ${port} `

export interface SshCommands {
  ssh: string
  /** An entry for `~/.ssh/config`. */
  config: string
  scp: string
  rsync: string
  vscode: string
  /** Brings port 8888 of the instance to this machine, as an example. */
  forward: string
}

/**
 * Ready lines to reach an instance by SSH; null where it has no SSH address. All containers share one SSH host with different
 * ports, so the config entry has a `HostKeyAlias`: without it SSH would take one instance for an impostor of another.
 */
export const sshCommands = (instance: Reachable): SshCommands | null => {
  const target = sshTarget(instance)
  if (target === null) return null
  const alias = hostAlias(instance)
  const to = destination(target)
  const rsyncShell = target.port === sshPort ? '' : `-e ${shellQuote(`ssh -p ${target.port}`)} `
  return {
    ssh: `ssh ${portFlag('-p', target)}${to}`,
    config: [
      `Host ${alias}`,
      `  HostName ${target.host}`,
      `  Port ${target.port}`,
      `  User ${target.user}`,
      `  HostKeyAlias ${alias}.carolinacloud`,
    ].join('\n'),
    scp: `scp ${portFlag('-P', target)}./file ${remotePath(target, '')}`,
    rsync: `rsync -avz ${rsyncShell}./folder/ ${remotePath(target, 'folder/')}`,
    vscode: `code --remote ssh-remote+${shellQuote(alias)} /home/${target.user}`,
    forward: `ssh -N -L 8888:localhost:8888 ${portFlag('-p', target)}${to}`,
  }
}
