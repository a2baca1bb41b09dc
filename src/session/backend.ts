/** What the server that hands out the page has written into it. */
const said = (name: string): string =>
  document.querySelector(`meta[name="hatteras-${name}"]`)?.getAttribute('content') ?? ''

/** What stands behind `/api`: a plain static host says nothing of it, so there it is the real service. */
export const isSandbox = (): boolean => said('backend') === 'sandbox'

/** Which service `/api` leads to: its address without `/api`, or the word `sandbox`. A key belongs to the service it was entered for. */
export const service = (): string => said('service')
