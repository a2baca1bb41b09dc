import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { searchText } from '#lib/search-params.ts'

import { activitySearch, type ActivityView } from './activity-search.ts'

/** The view as it stands in the address. What was just typed counts before the router has taken it up. */
export const useActivityView = () => {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [ahead, setAhead] = useState<{ from: string; view: ActivityView } | null>(null)
  const current = params.toString()
  if (ahead !== null && ahead.from !== current) setAhead(null)

  const view = ahead?.from === current ? ahead.view : activitySearch.read(params)
  const change = (part: Partial<ActivityView>) => {
    const next = { ...view, ...part }
    const search = activitySearch.write(next, params)
    if (search.toString() !== current) setAhead({ from: current, view: next })
    void navigate({ search: searchText(search) }, { replace: true })
  }
  return { view, change }
}
