import { openStore } from '#lib/text-store.ts'

/** Where it stands for which account an import has begun in this tab and has not ended: a page that is left loses what it was taking in. */
export const unfinishedImport = { store: openStore(() => globalThis.sessionStorage), key: 'hatteras:import' }
