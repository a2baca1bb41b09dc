import { secretFields } from '#contract/vocabulary.ts'
import { urlPart } from '#lib/text.ts'

/** A path without what must not stand in an address: someone may have put a secret into a link. */
const withoutSecrets = (path: string): string => {
  const [before = '', query] = path.split('?', 2)
  if (query === undefined || !secretFields.some((field) => query.includes(field))) return path
  const [search = '', hash] = query.split('#', 2)
  const params = new URLSearchParams(search)
  for (const field of secretFields) params.delete(field)
  return `${before}?${params.toString()}${hash === undefined ? '' : `#${hash}`}`
}

/** Every URL of the app. They are public interface: people bookmark them and paste them into chats. */
export const paths = {
  signIn: (to?: string) =>
    to === undefined || to === '/' ? '/sign-in' : `/sign-in?to=${urlPart(withoutSecrets(to))}`,
  /** Sign-in for one more key, while another is in use; `to` is where one came from. */
  addKey: (to: string) => `/sign-in?add&to=${urlPart(withoutSecrets(to))}`,
  instances: (search = '') => (search === '' ? '/instances' : `/instances?${search}`),
  create: (search = '') => (search === '' ? '/instances/new' : `/instances/new?${search}`),
  /** A ref of dots has no page of its own: a browser takes it for a step up, also when it is escaped. */
  instance: (ref: string) => (/^\.{1,2}$/.test(ref) ? '/instances' : `/instances/${urlPart(ref)}`),
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
  return to === '/' || to.startsWith('/sign-in') ? fallback : to
}

/** Where to be after a switch to another account: an instance's page belongs to one account, every other page to all of them. */
export const pathInAnyAccount = (path: string): string =>
  /^\/instances\/(?!new(?:[?#]|$))/.test(path) ? paths.instances() : path
