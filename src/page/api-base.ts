import { isSandbox } from '#session/backend.ts'

/** Where a command outside of this page finds the API: the service's own address, or the sandbox behind this page. */
export const apiBase = (): string =>
  isSandbox() ? `${globalThis.location.origin}/api` : 'https://console.carolinacloud.io/api'
