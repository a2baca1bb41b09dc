import { useQuery } from '@tanstack/react-query'

import { useApi } from './api-context.ts'
import { instancesQuery } from './queries.ts'

/** The fleet: `GET /api/instance/`. */
export const useInstances = () => useQuery(instancesQuery(useApi()))
