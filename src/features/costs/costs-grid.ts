/** The page in two columns: what costs now at the left, the months beside it. The right column is one cell over both rows of the left. */
export const costsGrid =
  'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] print:block print:space-y-4'

/** It stays in sight where the window is high enough for it; on a phone its panels are the page's. */
export const sideColumn =
  'contents lg:grid lg:gap-4 lg:row-span-2 lg:[@media(min-height:60rem)]:sticky lg:[@media(min-height:60rem)]:top-4 print:block print:space-y-4'
