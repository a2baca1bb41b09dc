/** What somebody did with a web app in this browser. */
export interface WebAppUse {
  uuid: string
  isPinned: boolean
  /** When it was last opened from here (ms since the epoch); null for never. */
  openedAt: number | null
}

/** No more than this are remembered: of those that are not pinned, the ones opened longest ago are forgotten. */
export const MOST_WEB_APPS_USED = 500

const unused = (uuid: string): WebAppUse => ({ uuid, isPinned: false, openedAt: null })

/** A lookup by uuid. */
export const webAppUseOf = (all: readonly WebAppUse[]): ((uuid: string) => WebAppUse) => {
  const byUuid = new Map(all.map((use) => [use.uuid, use]))
  return (uuid) => byUuid.get(uuid) ?? unused(uuid)
}

const lastFirst = (a: WebAppUse, b: WebAppUse): number =>
  Number(b.isPinned) - Number(a.isPinned) || (b.openedAt ?? 0) - (a.openedAt ?? 0)

const withChanged = (
  all: readonly WebAppUse[],
  uuid: string,
  change: Partial<WebAppUse>,
): readonly WebAppUse[] =>
  [{ ...webAppUseOf(all)(uuid), ...change }, ...all.filter((use) => use.uuid !== uuid)]
    .filter((use) => use.isPinned || use.openedAt !== null)
    .toSorted(lastFirst)
    .slice(0, MOST_WEB_APPS_USED)

export const withPin = (all: readonly WebAppUse[], uuid: string, isPinned: boolean): readonly WebAppUse[] =>
  withChanged(all, uuid, { isPinned })

/** That it was opened; `at` in ms since the epoch. */
export const withOpened = (all: readonly WebAppUse[], uuid: string, at: number): readonly WebAppUse[] =>
  withChanged(all, uuid, { openedAt: at })

/** Pinned ones first, then those that were opened last; of the rest the order stays as it is. */
export const byUse = <T>(apps: readonly T[], kept: (app: T) => WebAppUse): T[] =>
  apps.toSorted((a, b) => lastFirst(kept(a), kept(b)))
