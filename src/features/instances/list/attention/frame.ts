/** The measures of the region, the same before and after what stands in it is known. On a phone it shows one finding, else up to three. */
export const frame = {
  box: 'mb-3.5 min-w-0 overflow-clip rounded-panel border border-line bg-surface',
  head: 'flex h-9 items-center gap-2 px-3',
  row: 'border-t border-line h-[52px] max-lg:h-[68px] max-md:h-[148px]',
  /** Rows beyond the first on a phone, until all are asked for. */
  later: 'max-md:not-first:hidden',
} as const

/** Up to this many findings are shown before one asks for more. */
export const firstFindings = 3
