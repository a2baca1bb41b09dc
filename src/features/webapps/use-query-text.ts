import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { freeText, searchCodec } from '#lib/search-params.ts'

const webAppSearch = searchCodec({ q: freeText() })

/** What is searched for, kept in the address (`?q=`). It is shown as it is typed, whenever the address follows. */
export const useQueryText = () => {
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState(() => webAppSearch.read(params).q)
  const change = (q: string) => {
    setText(q)
    setParams((current) => webAppSearch.write({ q }, current), { replace: true })
  }
  return [text, change] as const
}
