export { BadSetting, makeCache, readSettings, unknownSettings } from './plain-settings.mjs'

/** Where `/api/` leads: to the sandbox, or to a real service below `base` (which ends without a slash). */
export type Backend = { kind: 'sandbox' } | { kind: 'proxy'; base: string }

export interface Settings {
  port: number
  /** The address to listen on; `localhost` means both loopback addresses. */
  host: string
  /** Further names that the server may be reached by, beside its own. */
  hosts: readonly string[]
  /** The folder for what the sandbox keeps between starts; null means the project’s own. */
  cache: string | null
  backend: Backend
  /** The proxy of `HTTPS_PROXY` (`HTTP_PROXY` for a plain-http service) that leads to the service; null for the straight way. */
  through: string | null
}
