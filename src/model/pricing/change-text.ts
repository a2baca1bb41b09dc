import { formatHourlyChange } from '#lib/format-money.ts'

import type { Amount } from './cost.ts'
import { unknownText } from './price-text.ts'

/** A change of a price per hour in pieces, for columns whose figures share an edge. */
export interface ChangeFigure {
  /** "from" where parts of it have no known price: these come on top of the figure. */
  prefix: '' | 'from'
  /** "+$0.280", "−$0.560", "$0.000"; "unknown" where nothing of it is known. */
  figure: string
  /** "GPU rate unknown"; null where all of it is known. */
  lacks: string | null
  /** Whether less is paid from then on. */
  isLess: boolean
}

/** Writes a change of a price per hour. */
export const changeFigure = (change: Amount): ChangeFigure => {
  const lacks = unknownText(change)
  const isAllUnknown = lacks !== null && change.known === 0n
  return {
    prefix: lacks !== null && !isAllUnknown ? 'from' : '',
    figure: isAllUnknown ? 'unknown' : formatHourlyChange(change.known),
    lacks,
    isLess: change.known < 0n,
  }
}
