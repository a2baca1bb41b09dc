import { useQuery, useQueryClient } from '@tanstack/react-query'

import { useApi } from './api-context.ts'
import { instanceQuery } from './queries.ts'

/** One instance by uuid or name: `GET /api/instance/{uuid}/`. */
export const useInstance = (ref: string) => useQuery(instanceQuery(useApi(), useQueryClient(), ref))
