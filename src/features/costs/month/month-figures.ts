import { monthStart } from '#model/ledger/days.ts'
import { ledgerTotals, toUsd } from '#model/ledger/totals.ts'
import type { Ledger, Tally } from '#model/ledger/ledger.ts'
import type { Bounds } from '#model/pricing/amount-text.ts'

/** A tally as money, for a page. */
export interface Figures extends Bounds {
  observedMs: number
  presumedMs: number
  unseenMs: number
}

export const figuresOf = ({ low, estimate, high, ...rest }: Tally): Figures => ({
  ...rest,
  low: toUsd(low),
  estimate: toUsd(estimate),
  high: toUsd(high),
})

/** Since when this browser saw anything of the account, ms since the epoch; null where it never did. */
export const seenSince = ({ days, watches }: Ledger): number | null =>
  days[0]?.from ?? watches[0]?.from ?? null

/** What this calendar month has come to by now, as far as this browser can say; null where it never saw anything. */
export const monthToDate = (ledger: Ledger, now: number): Figures | null =>
  seenSince(ledger) === null ? null : figuresOf(ledgerTotals(ledger, [monthStart(now), now]).total)

/** A calendar month that is over. `from` is when it began, ms since the epoch. */
export interface PastMonth {
  from: number
  figures: Figures
}

/** What the calendar month before came to; null where this browser saw nothing of it, since all would be guessed then. */
export const lastMonth = (ledger: Ledger, now: number): PastMonth | null => {
  const end = monthStart(now)
  const from = monthStart(end - 1)
  const isOf = (time: { from: number; to: number }) => time.from < end && time.to > from
  if (!ledger.watches.some(isOf) && !ledger.days.some(isOf)) return null
  return { from, figures: figuresOf(ledgerTotals(ledger, [from, end]).total) }
}

/** The local midnight that ends the month of a time, ms since the epoch. */
export const monthEndOf = (time: number): number => {
  const date = new Date(time)
  return new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime()
}
