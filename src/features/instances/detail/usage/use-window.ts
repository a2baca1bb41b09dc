import { useSearchParams } from 'react-router'

import { type WindowId, windowSearch } from './windows.ts'

/** The chosen window, kept in the address. Choosing another is no step to go back from. */
export const useWindow = () => {
  const [params, setParams] = useSearchParams()
  return {
    window: windowSearch.read(params).window,
    choose: (window: WindowId) => {
      setParams((current) => windowSearch.write({ window }, current), { replace: true })
    },
  }
}
