import { oneOf, searchCodec, wordList } from '#lib/search-params.ts'
import { splitKeys } from './burn.ts'

/** How far back the chart over days reaches. */
export const spans = ['7d', '14d', '30d', 'month', '12m'] as const
export type Span = (typeof spans)[number]

/** The view of the Costs page in its query string. */
export const costsSearch = searchCodec({
  /** What the present cost is broken down by. */
  by: oneOf(splitKeys, 'instance'),
  span: oneOf(spans, '14d'),
  /** The what-if: names of instances to switch in thought. */
  whatif: wordList(),
})
export type CostsView = ReturnType<typeof costsSearch.read>
