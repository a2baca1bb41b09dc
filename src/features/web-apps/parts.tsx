import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { paths } from '#model/paths.ts'
import { useNow } from '#page/use-now.ts'
import { buttonClass } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

/** The place of the picture; what stands there instead is on a ground of its own. */
export const Picture = ({ children }: { children: ReactNode }) => (
  <div className="mt-3 grid h-22 content-center justify-items-center gap-3 rounded-control border-b border-line bg-sunken px-4 text-center text-secondary text-balance text-ink-muted">
    {children}
  </div>
)

/** The line under the picture: figures at the left, one fact at the right. */
export const Facts = ({ children, end }: { children?: ReactNode; end: ReactNode }) => (
  <div className="flex h-7 items-center gap-3 pt-1 text-small whitespace-nowrap text-ink-muted">
    {children}
    <span className="ml-auto truncate">{end}</span>
  </div>
)

/** What one can do, in one line of the same height in every state. */
export const Acts = ({ children }: { children: ReactNode }) => (
  <div className="mt-2.5 flex min-h-[34px] items-center gap-0.5">{children}</div>
)

export const mainActClass = 'h-[34px]! flex-1'

/** When it was last opened from this browser. */
export const Opened = ({ at }: { at: number | null }) => {
  const now = useNow(MINUTE / 4)
  return at === null ? (
    <>never opened</>
  ) : (
    <time title={formatDateTime(at)}>opened {formatAgo(Math.floor((now - at) / MINUTE) * MINUTE)}</time>
  )
}

/** The way to the page of an instance about which its tile can do nothing. */
export const Details = ({ instance }: { instance: Instance }) => (
  <Link
    to={paths.instance(instance)}
    aria-label={`Details of ${instance.name}`}
    className={cx(buttonClass(), mainActClass)}
  >
    Details
  </Link>
)
