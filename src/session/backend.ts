/** What stands behind `/api`: the server that hands out the page says so in it. A plain static host says nothing, so it is `live`. */
export const isSandbox = (): boolean =>
  document.querySelector('meta[name="hatteras-backend"]')?.getAttribute('content') === 'sandbox'
