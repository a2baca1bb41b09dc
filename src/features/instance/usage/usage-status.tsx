import type { ApiError } from '#api/api-error.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'

import { useNow } from '#page/use-now.ts'

interface UsageStatusProps {
  /** When the newest sample was taken, in milliseconds since the epoch; null where there is none. */
  sampledAt: number | null
  error: ApiError | null
  live: boolean
}

/** How fresh the charts are; a reading that failed is a gap and this line, nothing more. */
export const UsageStatus = ({ sampledAt, error, live }: UsageStatusProps) => {
  const now = useNow(SECOND)
  if (!live) return sampledAt === null ? null : `last seen ${formatDateTime(sampledAt)}`
  if (error !== null) {
    const age = sampledAt === null ? '' : ` Last reading ${formatAgo(now - sampledAt)}.`
    const text = `${error.message}${age} Trying again by itself.`
    return (
      <span className="text-lamp-ink" title={text}>
        {text}
      </span>
    )
  }
  return sampledAt === null ? 'every 3 s' : `every 3 s · updated ${formatAgo(now - sampledAt)}`
}
