import { useSearchState } from '#page/use-search-state.ts'

import { activitySearch, type ActivityView } from './activity-search.ts'

/** The view as it stands in the address. */
export const useActivityView = () => {
  const { values: view, change } = useSearchState(activitySearch)
  return {
    view,
    change: (part: Partial<ActivityView>) => {
      change(part, { replace: true })
    },
  }
}
