import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'

/**
 * Why a page has nothing to show of `of` yet: what the last try failed of, also while the next one is under way, for which React Query
 * forgets it; or that the browser is offline. Null where there is data, or nothing to say.
 */
export const useLoadFailure = (
  { data, error, isPaused }: Pick<UseQueryResult, 'data' | 'error' | 'isPaused'>,
  of = '',
): ApiError | 'offline' | null => {
  const [last, setLast] = useState<{ of: string; error: ApiError } | null>(null)
  if (data !== undefined) {
    if (last !== null) setLast(null)
    return null
  }
  if (error !== null && (last?.error !== error || last.of !== of)) setLast({ of, error })
  if (isPaused) return 'offline'
  return error ?? (last?.of === of ? last.error : null)
}
