/** `failed` when something needs a person, `busy` while something is under way. */
export type FaviconKind = 'plain' | 'failed' | 'busy'

const files: Record<FaviconKind, string> = {
  plain: '/favicon.svg',
  failed: '/favicon-failed.svg',
  busy: '/favicon-busy.svg',
}

/** Makes the tab's icon tell how things stand, for tabs too narrow for a title. */
export const setFavicon = (kind: FaviconKind): void => {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (link !== null && link.getAttribute('href') !== files[kind]) link.href = files[kind]
}
