import { answerBehind, isBehind, type Doors, type Fetch } from './doors.ts'
import { secured } from './secure-headers.ts'
import { serveSite } from './serve-site.ts'
import type { Site } from './site.ts'

/** Everything on one origin: the app, its API, and, beside a sandbox, the door that steers it. */
export const createServer =
  ({ site, ...doors }: Doors & { site: Site }): Fetch =>
  async (request) => {
    const { pathname } = new URL(request.url)
    return secured(isBehind(pathname) ? await answerBehind(doors, request) : serveSite(site, request))
  }
