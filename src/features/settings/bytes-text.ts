import { formatCount, formatNumber } from '#lib/format.ts'

const NBSP = '\u00a0'
const KB = 1000

/** How much room something takes: "0 kB", "1 kB" for what is less, "3.6 MB". Takes bytes. */
export const bytesText = (bytes: number): string =>
  bytes < KB * KB
    ? `${formatCount(Math.ceil(bytes / KB))}${NBSP}kB`
    : `${formatNumber(bytes / KB / KB)}${NBSP}MB`
