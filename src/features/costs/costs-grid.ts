/**
 * The page in two columns: what costs now at the left, the months beside it. The right column is one cell over both rows of the left. A
 * wide screen has the picture and its table side by side.
 */
export const costsGrid =
  'grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_24rem] 2xl:grid-rows-1 print:block print:space-y-4'

/** It stays in sight where the window is high enough for it; on a phone its panels are the page's. */
export const sideColumn =
  'contents lg:grid lg:gap-4 lg:row-span-2 2xl:col-start-3 2xl:row-span-1 2xl:row-start-1 lg:[@media(min-height:60rem)]:sticky lg:[@media(min-height:60rem)]:top-4 print:block print:space-y-4'

/** The table stands under the picture, or beside it. */
export const tableCell = '@container min-w-0 2xl:col-start-2 2xl:row-start-1'
