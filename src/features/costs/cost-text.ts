import { formatPercent } from '#lib/format.ts'

/** A share (0 to 1) as a whole percentage. What is not nothing never reads 0 %; a dash where it means nothing. */
export const shareText = (share: number | null): string => {
  if (share === null) return '—'
  return share > 0 && share < 0.005 ? `<\u00a0${formatPercent(1)}` : formatPercent(share * 100)
}
