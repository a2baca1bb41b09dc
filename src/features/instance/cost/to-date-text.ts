import { type Bounds, boundsText } from '#model/pricing/amount-text.ts'
import { unknownText } from '#model/pricing/price-text.ts'

/** What it came to, and how far the truth may lie from it: ", $38 at most, $21 at least". Each figure once. Null where nothing is known. */
export const toDateText = (bounds: Bounds): { estimate: string; range: string } | null => {
  const { low, estimate, high } = boundsText(bounds)
  if (estimate === 'unknown') return null
  if (unknownText(bounds) !== null || low === high) return { estimate, range: '' }
  const most = estimate.endsWith(high) ? ' at most' : `, ${high} at most`
  if (estimate.endsWith(low)) return { estimate, range: ` at least${most}` }
  return { estimate, range: `${most}, ${low} at least` }
}
