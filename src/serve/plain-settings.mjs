// The settings that npm start checks before it installs and builds anything: plain JavaScript, since nothing can compile
// TypeScript by then.

/** A setting that cannot be used; its message is a sentence for the person who set it. */
export class BadSetting extends Error {
  name = 'BadSetting'
}

const defaultPort = 5173

/** What a bad `CCLOUD_API_URL` may be replaced with. */
export const upstreamHint =
  'Use an address such as https://console.carolinacloud.io/api, or leave it out for the sandbox.'

/** The port that `PORT` asks for. Throws a `BadSetting` where it is none. */
export const readPort = (given = '') => {
  const text = given.trim()
  if (text === '') return defaultPort
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new BadSetting(`PORT must be a whole number from 1 to 65535, not "${text}".`)
}

/** What keeps an address from being used, or null. */
const flawOf = (text, url) => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:// or http://'
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or a password'
  if (url.search !== '' || text.includes('?')) return 'must not contain a query (?…)'
  if (url.hash !== '' || text.includes('#')) return 'must not contain a fragment (#…)'
  return null
}

/**
 * The base URL in `CCLOUD_API_URL`, with or without `/api` and a slash at the end, as the URL that `/api` stands for: without a
 * slash at the end; null where none is given. Throws a `BadSetting` where it is no plain http or https address.
 */
export const readUpstream = (given = '') => {
  const text = given.trim()
  if (text === '') return null
  const flaw = URL.canParse(text) ? flawOf(text, new URL(text)) : 'is not an address'
  // A bad value may hold a password, so no sentence repeats it.
  if (flaw !== null) throw new BadSetting(`CCLOUD_API_URL ${flaw}. ${upstreamHint}`)
  const { origin, pathname } = new URL(text)
  const path = pathname.replace(/\/+$/, '')
  return `${origin}${path.endsWith('/api') ? path : `${path}/api`}`
}
