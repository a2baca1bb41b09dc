import { openStore } from '#lib/text-store.ts'

/** Where this tab keeps what is under way, so that a reload in between loses no outcome. */
export const tabStore = openStore(() => globalThis.sessionStorage)

export const storedName = (connectionId: string): string => `hatteras:operations:${connectionId}`
