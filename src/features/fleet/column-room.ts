/** Each is written out, since Tailwind reads class names from the source. */
const classes: readonly (readonly [width: number, className: string])[] = [
  [600, '@max-[600px]:hidden'],
  [660, '@max-[660px]:hidden'],
  [720, '@max-[720px]:hidden'],
  [780, '@max-[780px]:hidden'],
  [840, '@max-[840px]:hidden'],
  [900, '@max-[900px]:hidden'],
  [960, '@max-[960px]:hidden'],
  [1020, '@max-[1020px]:hidden'],
  [1080, '@max-[1080px]:hidden'],
  [1140, '@max-[1140px]:hidden'],
  [1200, '@max-[1200px]:hidden'],
  [1260, '@max-[1260px]:hidden'],
  [1320, '@max-[1320px]:hidden'],
  [1380, '@max-[1380px]:hidden'],
  [1440, '@max-[1440px]:hidden'],
  [1500, '@max-[1500px]:hidden'],
  [1560, '@max-[1560px]:hidden'],
  [1620, '@max-[1620px]:hidden'],
  [1680, '@max-[1680px]:hidden'],
  [1740, '@max-[1740px]:hidden'],
  [1800, '@max-[1800px]:hidden'],
]

/**
 * Hides what needs `width` px of the table while the table is narrower. The table's own width counts, not the window's, and no
 * script measures it: nothing moves after the first paint.
 */
export const hiddenBelow = (width: number): string => classes.find(([from]) => width <= from)?.[1] ?? 'hidden'

/** Below 600 px rows are cards of two lines: these say what differs there. */
export const phone = {
  acts: '@max-[600px]:w-[50px] @max-[600px]:pl-0',
  cost: '@max-[600px]:pl-0',
  row: '@max-[600px]:h-[52px]',
  only: '@min-[600px]:hidden',
  never: '@max-[600px]:hidden',
} as const
