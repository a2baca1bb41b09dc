import { urlPart } from '#lib/text.ts'

const isDecodable = (path: string): boolean => {
  try {
    // The result is looked at because the minifier takes a call whose result is not for one without effect, and drops it.
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** A path that the router can decode: one that it cannot, and would warn of, is taken as it is written. */
export const decodablePath = (path: string): string =>
  isDecodable(path) ? path : path.replaceAll('%', '%25')

/** One spelling for every path that the router takes for the same: it ignores case, slashes at the end, and escapes. */
export const canonicalPath = (path: string): string => {
  const bare = path
    .replace(/[?#].*/s, '')
    .replace(/\/+$/, '')
    .toLowerCase()
  try {
    const parts = bare.split('/').map((part) => decodeURIComponent(part).replaceAll(/[%/]/g, urlPart))
    return parts.join('/').toLowerCase()
  } catch {
    return bare
  }
}

/** An instance as far as its address goes. */
export interface InstanceRef {
  name: string
  uuid: string
  state?: string
}

const MOST_IN_PATH = 200

/**
 * Whether a name can stand in a path and still mean this instance: not the word of another page, no dots or slashes that resolve,
 * nothing that reads as a query.
 */
const isSafeInPath = (name: string): boolean =>
  name.length <= MOST_IN_PATH &&
  !/^(?:new|\.{0,2}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(name) &&
  !/[/\\%?#&;=]|\p{Surrogate}/u.test(name)

/** Every URL of the app. They are public interface: people bookmark them and paste them into chats. */
export const paths = {
  signIn: (to?: string) => (to === undefined || to === '/' ? '/sign-in' : `/sign-in?to=${urlPart(to)}`),
  /** Sign-in for one more key, while another is in use; `to` is where one came from. */
  addKey: (to: string) => `/sign-in?add&to=${urlPart(to)}`,
  instances: (search = '') => (search === '' ? '/instances' : `/instances?${search}`),
  create: (search = '') => (search === '' ? '/instances/new' : `/instances/new?${search}`),
  /**
   * By its name, which people can read, or by its uuid where the name would lead elsewhere: that of a deleted one may be another's
   * by now.
   */
  instance: ({ name, uuid, state }: InstanceRef) =>
    `/instances/${urlPart(isSafeInPath(name) && state !== 'deleted' ? name : uuid)}`,
  /**
   * By the uuid, which outlives a new name, or whatever else is known of it. A ref of dots has no page of its own: a browser takes it
   * for a step up, also when it is escaped.
   */
  instanceByRef: (ref: string) => (/^\.{1,2}$/.test(ref) ? '/instances' : `/instances/${urlPart(ref)}`),
  webApps: () => '/webapps',
  costs: () => '/costs',
  activity: () => '/activity',
  settings: () => '/settings',
} as const

/** The ref of an instance's page, by its pathname. Read here and not by the router, which takes an escaped `%2F` for a slash. */
export const instanceRef = (pathname: string): string => {
  const segment = pathname.split('/')[2] ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * Where to go after signing in: the path that was asked for if it is one of this site, else the fleet. Anything that could lead
 * away (`//host`, `/\host`, another scheme) counts as not asked.
 */
export const returnPath = (to: string | null): string => {
  const fallback = paths.instances()
  if (to === null || !/^\/(?![/\\])[^\\\s]*$/.test(to)) return fallback
  return ['', '/sign-in'].includes(canonicalPath(to)) ? fallback : to
}

/** Whether this is the page of creating an instance, however its path is written. */
export const isCreatePath = (path: string): boolean => canonicalPath(path) === canonicalPath(paths.create())

/** Where to be after a switch to another account: an instance's page belongs to one account, every other page to all of them. */
export const pathInAnyAccount = (path: string): string =>
  /^\/instances\/[^/]+$/.test(canonicalPath(path)) && !isCreatePath(path) ? paths.instances() : path
