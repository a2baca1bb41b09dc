import { useLayoutEffect, useSyncExternalStore } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { searchText } from '#lib/search-params.ts'

import { cleaned } from './clean-address.ts'
import { createSearchAddress } from './search-address.ts'

interface Codec<V> {
  read: (params: URLSearchParams) => V
  write: (values: V, onto: URLSearchParams) => URLSearchParams
}

/** One spelling of a place for the router's location and the browser's. */
const placeOf = ({ pathname, search }: { pathname: string; search: string }) => {
  const params = new URLSearchParams(search).toString()
  try {
    return { path: decodeURI(pathname), search: params }
  } catch {
    return { path: pathname, search: params }
  }
}

const address = createSearchAddress({
  real: () => placeOf(globalThis.location),
  now: () => performance.now(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms)
    return () => {
      clearTimeout(timer)
    }
  },
})

const subscribe = (listener: () => void) => {
  const unsubscribe = address.subscribe(listener)
  // One of each for each subscriber: the browser takes the same function only once.
  const stepBack = () => address.steppedBack()
  // One leaves the search box before one follows a link, and the page before one reloads it: both find the address as it was typed.
  const flush = () => address.flush()
  globalThis.addEventListener('popstate', stepBack)
  document.addEventListener('focusout', flush)
  globalThis.addEventListener('pagehide', flush)
  return () => {
    unsubscribe()
    globalThis.removeEventListener('popstate', stepBack)
    document.removeEventListener('focusout', flush)
    globalThis.removeEventListener('pagehide', flush)
  }
}

/**
 * State that lives in the query string. What is asked for shows at once, and changes build on each other; the address follows as
 * fast as the browser lets it. Whatever else changes the address, Back and Forward above all, wins.
 */
export const useSearchState = <V extends object>({ read, write }: Codec<V>) => {
  const navigate = useNavigate()
  const { path, search } = placeOf(useLocation())
  const asked = useSyncExternalStore(subscribe, address.snapshot)

  // After every render, since a step there and back again arrives with the path and the query string that were there before.
  useLayoutEffect(() => {
    address.arrived({ path, search })
  })

  const values = read(new URLSearchParams(asked?.path === path ? asked.search : search))
  const change = (part: Partial<V>, { replace = false } = {}) => {
    const base = new URLSearchParams(address.base({ path, search }))
    const next = write({ ...read(base), ...part }, base)
    address.ask({ path, search: next.toString() }, { replace }, (text, options) => {
      // A secret that was pasted into a search box stays in it, and is not written.
      const { address: written } = cleaned(`?${text}`)
      void navigate({ search: searchText(new URLSearchParams(written)) }, options)
    })
  }
  return { values, change }
}
