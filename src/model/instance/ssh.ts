import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'

/** What it takes to know how an instance is reached. */
export type Reachable = Pick<
  Instance,
  'name' | 'uuid' | 'ssh_command' | 'wan_ssh_port' | 'public_ipv4' | 'resource_type'
>

export interface SshTarget {
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
