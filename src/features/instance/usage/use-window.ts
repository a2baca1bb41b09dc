import { useSearchState } from '#page/use-search-state.ts'

import { type WindowId, windowSearch } from './windows.ts'

/** The chosen window, kept in the address. Choosing another is no step to go back from. */
export const useWindow = () => {
  const { values, change } = useSearchState(windowSearch)
  return {
    window: values.window,
    choose: (window: WindowId) => {
      change({ window }, { replace: true })
    },
  }
}
