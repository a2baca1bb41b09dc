import type { Happening } from '#model/activity/happenings.ts'

/** How far a bar may reach on either side of the common zero line, as shares of the column. */
const room = { more: 0.55, less: 0.45 }

const size = (amount: bigint): number => Math.abs(Number(amount))

/** What a bar as wide as the column would stand for, in nano-dollars an hour, so that every effect has room on its side. */
export const effectScale = (entries: readonly Happening[]): number =>
  Math.max(
    1,
    ...entries.map(({ effect }) =>
      effect === null ? 0 : size(effect.known) / (effect.known < 0n ? room.less : room.more),
    ),
  )

/** An effect as a bar: how much of the column it takes, and on which side of the line; null for none. */
export const effectBar = ({ effect }: Happening, scale: number): { width: string; isLess: boolean } | null =>
  effect === null || effect.known === 0n
    ? null
    : { width: `${(size(effect.known) / scale) * 100}%`, isLess: effect.known < 0n }
