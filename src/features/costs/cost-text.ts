import { formatShare } from '#lib/format.ts'

/** A share (0 to 1) as a whole percentage; a dash where it means nothing. */
export const shareText = (share: number | null): string => (share === null ? '—' : formatShare(share))
