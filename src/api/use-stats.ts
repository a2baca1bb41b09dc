import { useQuery } from '@tanstack/react-query'

import { useApi } from './api-context.ts'
import { statsQuery } from './queries.ts'

/**
 * Usage right now: `GET /api/instance/{uuid}/stats/`, again every `interval` milliseconds. Only asked while `enabled`: the API
 * refuses VMs and what does not run.
 */
export const useStats = (uuid: string, enabled: boolean, interval?: number) =>
  useQuery({ ...statsQuery(useApi(), uuid, interval), enabled })
