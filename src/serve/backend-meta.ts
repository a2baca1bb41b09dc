import type { Backend } from './settings.ts'

const meta = /(<meta name="hatteras-backend" content=")[^"]*(")/

/** Writes into the page which backend is behind it; the app says "Sandbox" where it is not the real service. */
export const withBackend = (html: string, { kind }: Backend): string =>
  html.replace(meta, kind === 'sandbox' ? '$1sandbox$2' : '$1live$2')
