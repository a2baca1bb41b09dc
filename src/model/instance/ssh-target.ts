import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'

/** What it takes to know where an instance is reached. */
export type Reachable = Pick<Instance, 'name' | 'uuid' | 'ssh_command' | 'wan_ssh_port'>

/** Where SSH finds an instance, and how it gets there. */
export interface SshTarget {
  user: string
  host: string
  port: number
  /** Anything else the service said, by the words of `ssh_config`, in its order. */
  options: readonly { name: string; value: string }[]
}

const loginHost = 'login.carolinacloud.io'
const loginUser = 'ccloud'

const userName = /^[a-z_][\w.-]*$/i
const hostName = /^[a-z\d](?:[\w.:-]*[a-z\d])?$/i
/** A file, a host to go by, a number or a word: nothing that a shell or SSH reads anything into. */
const plainValue = /^(?:~\/|[\w/.])[\w@+:,./-]*$/

/** Options of `ssh -o` that say only how to get there. Those that run something, as `ProxyCommand` does, are not among them. */
const harmless = new Map(
  [
    'ConnectTimeout',
    'IdentitiesOnly',
    'IdentityFile',
    'PreferredAuthentications',
    'ProxyJump',
    'ServerAliveCountMax',
    'ServerAliveInterval',
    'StrictHostKeyChecking',
    'UserKnownHostsFile',
    'Port',
    'User',
  ].map((name) => [name.toLowerCase(), name]),
)
/** Letters that stand for one of these. */
const letters = new Map([
  ['p', 'Port'],
  ['l', 'User'],
  ['i', 'IdentityFile'],
  ['J', 'ProxyJump'],
])

const isPort = (port: number | null): port is number =>
  port !== null && Number.isInteger(port) && port >= 1 && port <= 65_535

/** One option out of a letter and what follows it; null where it is none that is understood. */
const readOption = (letter: string, text: string): { name: string; value: string } | null => {
  const [, key = '', set] = /^(\w+)=(.*)$/.exec(text) ?? []
  const name = letter === 'o' ? harmless.get(key.toLowerCase()) : letters.get(letter)
  const value = letter === 'o' ? set : text
  return name === undefined || value === undefined || !plainValue.test(value) ? null : { name, value }
}

/** The target of an `ssh` command; null where any of it is not understood. */
const readCommand = (command: string): SshTarget | null => {
  const [program, ...words] = command.trim().split(/ +/)
  if (program !== 'ssh') return null
  const options: { name: string; value: string }[] = []
  let destination: string | null = null
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, letter, joined = ''] = /^-([a-zA-Z])(.*)$/.exec(word) ?? []
    if (letter === undefined) {
      if (destination !== null) return null
      destination = word
      continue
    }
    const option = readOption(letter, joined === '' ? (words.shift() ?? '') : joined)
    if (option === null) return null
    options.push(option)
  }
  const [, login, host = ''] = /^(?:([^@]*)@)?([^@]*)$/.exec(destination ?? '') ?? []
  const users = [...(login === undefined ? [] : [login]), ...valuesOf(options, 'User')]
  const ports = valuesOf(options, 'Port')
  const [user = ''] = users
  const port = /^\d{1,5}$/.test(ports[0] ?? String(sshPort)) ? Number(ports[0] ?? sshPort) : null
  // Said twice, it would take SSH's own rules to know which counts.
  if (users.length > 1 || ports.length > 1 || !isPort(port)) return null
  if (!userName.test(user) || !hostName.test(host)) return null
  return { user, host, port, options: options.filter(({ name }) => name !== 'Port' && name !== 'User') }
}

const valuesOf = (options: SshTarget['options'], wanted: string): string[] =>
  options.filter(({ name }) => name === wanted).map(({ value }) => value)

/**
 * Where SSH finds an instance: as its `ssh_command` says, or by its port on the shared login host where it has none. Null where there
 * is neither, or the command has anything that is not understood: it ends up in commands that people paste into a shell.
 */
export const sshTarget = ({ ssh_command: command, wan_ssh_port: wanPort }: Reachable): SshTarget | null => {
  if (command !== null) return readCommand(command)
  return isPort(wanPort) ? { user: loginUser, host: loginHost, port: wanPort, options: [] } : null
}

/**
 * The service's own words for reaching an instance, where they are not understood: to be shown and copied as they are, on one line,
 * since a line break runs what is pasted. Null where they are understood, or there are none.
 */
export const unreadSshCommand = (instance: Reachable): string | null =>
  instance.ssh_command === null || sshTarget(instance) !== null
    ? null
    : instance.ssh_command.trim().replaceAll(/\p{Cc}/gu, '\uFFFD')
