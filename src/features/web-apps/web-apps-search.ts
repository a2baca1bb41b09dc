import { freeText, oneOf, searchCodec } from '#lib/search-params.ts'

/** Which web apps are looked at, as it stands in the address. */
export const webAppsSearch = searchCodec({ q: freeText(), show: oneOf(['all', 'running'], 'all') })
