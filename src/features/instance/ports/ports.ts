import { portLimits, sshPort } from '#contract/vocabulary.ts'
import { plainTyped } from '#lib/typed.ts'

export interface PortInfo {
  /** What usually listens there, or null. */
  service: string | null
  /** The scheme of a link that makes sense in a browser, or null. */
  scheme: 'http' | 'https' | null
  /** Why it should not face the internet, or null. */
  risky: string | null
}

const info = (service: string, scheme: PortInfo['scheme'] = null, risky: string | null = null): PortInfo => ({
  service,
  scheme,
  risky,
})
const database = (service: string): PortInfo => info(service, null, `${service}, open to the whole internet.`)
const notebook = (service: string): PortInfo =>
  info(service, 'http', `${service} runs code for whoever gets in, unencrypted.`)

const known = new Map<number, PortInfo>([
  [21, info('FTP', null, 'FTP sends passwords unencrypted.')],
  [22, info('SSH')],
  [25, info('SMTP')],
  [53, info('DNS')],
  [80, info('HTTP', 'http')],
  [443, info('HTTPS', 'https')],
  [2375, info('Docker', null, 'An open Docker port gives the whole machine away.')],
  [2718, notebook('Marimo')],
  [3000, info('Web app', 'http')],
  [3306, database('MySQL')],
  [3389, database('Remote desktop')],
  [5000, info('Web app', 'http')],
  [5432, database('PostgreSQL')],
  [5900, database('VNC')],
  [6379, database('Redis')],
  [8000, info('Web app', 'http')],
  [8080, info('Web app', 'http')],
  [8443, info('HTTPS', 'https')],
  [8787, notebook('RStudio')],
  [8888, notebook('Jupyter')],
  [9200, database('Elasticsearch')],
  [11211, database('Memcached')],
  [27017, database('MongoDB')],
])

/** What is known of a port number. */
export const portInfo = (port: number): PortInfo =>
  known.get(port) ?? { service: null, scheme: null, risky: null }

/** Ports offered as one click, in this order. */
export const portPresets: readonly number[] = [80, 443, 3000, 5432, 8000, 8080, 8888]

/** A typed port number, or null: digits alone, since "80,443" are two of them. */
export const typedPort = (text: string): number | null => {
  const typed = plainTyped(text)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null
}

/** What is wrong with a typed port number, in one sentence; null when it can be opened. */
export const portProblem = (text: string, open: readonly number[]): string | null => {
  const port = typedPort(text)
  if (port === null || port < portLimits.min || port > portLimits.max)
    return `A port is a whole number from ${portLimits.min} to ${portLimits.max}.`
  if (port === sshPort) return 'Port 22 (SSH) is always open.'
  return open.includes(port) ? `Port ${port} is already open.` : null
}

/** A browser address for an open port, without the port where the scheme implies it; null where no link makes sense. */
export const portUrl = (ip: string, port: number): string | null => {
  const { scheme } = portInfo(port)
  if (scheme === null || !/^[\d.]+$|^[\da-f:]+$/i.test(ip)) return null
  const host = ip.includes(':') ? `[${ip}]` : ip
  const isDefault = (scheme === 'http' && port === 80) || (scheme === 'https' && port === 443)
  return `${scheme}://${host}${isDefault ? '' : `:${port}`}`
}
