import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { shellQuote } from '#lib/shell-quote.ts'

/** What it takes to know how an instance is reached. */
export type Reachable = Pick<
  Instance,
  'name' | 'uuid' | 'ssh_command' | 'wan_ssh_port' | 'public_ipv4' | 'resource_type'
>

interface SshTarget {
  user: string
  host: string
  port: number
}

const loginHost = 'login.carolinacloud.io'
const loginUser = 'ccloud'

/** `ssh -p 30140 ccloud@login.carolinacloud.io` or `ssh ccloud@10.10.10.10`, and nothing more daring. */
const command =
  /^ssh\s+(?:-p\s*(?<before>\d{1,5})\s+)?(?<user>[a-z_][\w-]*)@(?<host>[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?)(?:\s+-p\s*(?<after>\d{1,5}))?$/i

const isPort = (port: number | null): port is number =>
  port !== null && Number.isInteger(port) && port >= 1 && port <= 65_535

/**
 * Where SSH finds an instance: as its `ssh_command` says, else by its port on the shared login host, else null. Only what has
 * the form of a user, a host and a port is taken, since it ends up in commands that people paste into a shell.
 */
export const sshTarget = (instance: Reachable): SshTarget | null => {
  const { user, host, before, after } = command.exec(instance.ssh_command?.trim() ?? '')?.groups ?? {}
  const port = Number(before ?? after ?? sshPort)
  if (user !== undefined && host !== undefined && isPort(port)) return { user, host, port }
  const { wan_ssh_port: wanPort } = instance
  return isPort(wanPort) ? { user: loginUser, host: loginHost, port: wanPort } : null
}

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
  /** The same as a link that VS Code opens; it goes by the `~/.ssh/config` entry. */
  vscodeUrl: string
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
    vscodeUrl: `vscode://vscode-remote/ssh-remote+${encodeURIComponent(alias)}/home/${target.user}`,
    forward: `ssh -N -L 8888:localhost:8888 ${portFlag('-p', target)}${to}`,
  }
}
