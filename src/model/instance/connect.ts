import { sshPort } from '#contract/vocabulary.ts'
import { shellQuote } from '#lib/shell-quote.ts'

import { type Reachable, type SshTarget, sshTarget, unreadSshCommand } from './ssh-target.ts'

/** A name that SSH and `~/.ssh/config` take as one word, whatever the instance is called. */
const hostAlias = ({ name, uuid }: Reachable): string => {
  const safe = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return safe === '' ? uuid.replaceAll(/[^\w-]+/g, '-') : safe
}

const destination = ({ user, host }: SshTarget): string => shellQuote(`${user}@${host}`)
/** The same with a path, for scp and rsync: they take an address with colons only in brackets. */
const remotePath = ({ user, host }: SshTarget, path: string): string =>
  shellQuote(`${user}@${host.includes(':') ? `[${host}]` : host}:${path}`)

/** What ssh and scp are told beside the destination, with a space behind each. A path that begins at home stays out of quotes. */
const flags = (portFlag: '-p' | '-P', { port, options }: SshTarget): string => {
  const words = options.flatMap(({ name, value }) => {
    const text = value.startsWith('~/') ? value : shellQuote(value)
    if (name === 'IdentityFile') return ['-i', text]
    return name === 'ProxyJump' ? ['-J', text] : ['-o', `${name}=${text}`]
  })
  return [...(port === sshPort ? [] : [portFlag, String(port)]), ...words].map((word) => `${word} `).join('')
}

/** The SSH line that brings a port of the target to a port of this machine. */
const tunnel = (target: SshTarget, local: number, port: number): string =>
  `ssh -N -L ${local}:localhost:${port} ${flags('-p', target)}${destination(target)}`

export interface SshCommands {
  ssh: string
  /** An entry for `~/.ssh/config`. */
  config: string
  scp: string
  rsync: string
  vscode: string
  /** The same as a link that VS Code opens; it goes by the `~/.ssh/config` entry. */
  vscodeUrl: string
  /** Brings port 8888 of the instance to this machine, as an example. */
  forward: string
}

/**
 * Ready lines to reach an instance by SSH; null where it has no SSH address, or none that is understood. All containers share one SSH
 * host with different ports, so the config entry has a `HostKeyAlias`: without it SSH would take one instance for an impostor of
 * another.
 */
export const sshCommands = (instance: Reachable): SshCommands | null => {
  const target = sshTarget(instance)
  if (target === null) return null
  const alias = hostAlias(instance)
  const told = flags('-p', target)
  const rsyncShell = told === '' ? '' : `-e ${shellQuote(`ssh ${told.trim()}`)} `
  return {
    ssh: `ssh ${told}${destination(target)}`,
    config: [
      `Host ${alias}`,
      `  HostName ${target.host}`,
      `  Port ${target.port}`,
      `  User ${target.user}`,
      ...target.options.map(({ name, value }) => `  ${name} ${value}`),
      `  HostKeyAlias ${alias}.carolinacloud`,
    ].join('\n'),
    scp: `scp ${flags('-P', target)}./file ${remotePath(target, '')}`,
    rsync: `rsync -avz ${rsyncShell}./folder/ ${remotePath(target, 'folder/')}`,
    vscode: `code --remote ssh-remote+${shellQuote(alias)} /home/${target.user}`,
    vscodeUrl: `vscode://vscode-remote/ssh-remote+${encodeURIComponent(alias)}/home/${target.user}`,
    forward: tunnel(target, 8888, 8888),
  }
}

/** The line that opens a shell on an instance, to be copied where nobody sees it; null where it is not known what it would run. */
export const sshLine = (instance: Reachable): string | null => sshCommands(instance)?.ssh ?? null

/** Why there is no such line, as a sentence; undefined where there is one. */
export const whyNoSshLine = (instance: Reachable): string | undefined => {
  if (sshTarget(instance) !== null) return undefined
  return unreadSshCommand(instance) === null
    ? 'It has no SSH address yet.'
    : 'Hatteras does not understand all of its SSH command. Read it on its page, and copy it there.'
}

/**
 * The SSH line that brings a port of the instance to this machine: to the same port, or 8000 above it where that one needs
 * root's rights. Null where the instance cannot be reached by SSH, or it is not understood how.
 */
export const tunnelCommand = (instance: Reachable, port: number): string | null => {
  const target = sshTarget(instance)
  return target === null ? null : tunnel(target, port < 1024 ? port + 8000 : port, port)
}
