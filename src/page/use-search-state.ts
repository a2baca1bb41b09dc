import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { searchText } from '#lib/search-params.ts'

interface Codec<V> {
  read: (params: URLSearchParams) => V
  write: (values: V, onto: URLSearchParams) => URLSearchParams
}

/**
 * State that lives in the query string. The router may take its time with a new address; until it is there, what was asked for
 * counts, so that a checkbox is checked as soon as it is clicked and a second change builds on the first.
 */
export const useSearchState = <V extends object>({ read, write }: Codec<V>) => {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const [ahead, setAhead] = useState<{ from: string; to: string } | null>(null)
  const current = search.toString()
  if (ahead !== null && ahead.from !== current) setAhead(null)

  const params = ahead?.from === current ? new URLSearchParams(ahead.to) : search
  const values = read(params)
  const change = (part: Partial<V>, { replace = false } = {}) => {
    const next = write({ ...values, ...part }, params)
    if (next.toString() !== current) setAhead({ from: current, to: next.toString() })
    void navigate({ search: searchText(next) }, { replace })
  }
  return { values, change }
}
