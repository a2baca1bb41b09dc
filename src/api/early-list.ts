declare global {
  /**
   * What `public/first-paint.js` returns for this request where it has asked for the list before the app was there: its answer, once; null
   * where the request is another, or for another account. Undefined once that is settled.
   */
  var hatterasEarlyList: EarlyList | undefined

  interface EarlyList {
    (url: string, init: RequestInit): Promise<Response> | null
    answer: Promise<Response>
  }

  interface Response {
    /** When it came, where it was asked for early, in milliseconds since the epoch; others come when they are read. */
    arrivedAt?: number
  }
}

/** Resolves with whether there is a list that has been asked for before the app was there. */
export const hasEarlyList = async (): Promise<boolean> => {
  const response = await globalThis.hatterasEarlyList?.answer.catch(() => null)
  return response?.ok === true
}

/** `fetch`, or what it would return where that has been asked for before the app was there. */
export const fetchOrTake = (url: string, init: RequestInit): Promise<Response> =>
  globalThis.hatterasEarlyList?.(url, init) ?? fetch(url, init)
