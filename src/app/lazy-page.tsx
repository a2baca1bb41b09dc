import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'react-router'
import * as z from 'zod/mini'

import { openStore, noStore, readStored, writeStored } from '#lib/text-store.ts'
import { type Failure, PartLine } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

/** The version of the app that an index page starts: the name of its entry file. */
const entryOf = (page: string): string | null =>
  /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(page)?.[1] ?? null

/** The server's version, where it is another than the one that runs here. */
const newerVersion = async (): Promise<string | null> => {
  try {
    const response = await fetch('/', { cache: 'no-store' })
    if (!response.ok) return null
    const version = entryOf(await response.text())
    const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
    return version === own ? null : version
  } catch {
    return null
  }
}

const triedKey = 'hatteras:versions-tried'

/**
 * Notes that the app is about to start anew for a version, once for each: behind two servers of different versions each would
 * otherwise send it to the other for ever. Where nothing can be stored, a page that was itself reloaded is not again.
 */
const isFirstTry = (version: string): boolean => {
  const store = openStore(() => globalThis.sessionStorage, noStore)
  const tried = readStored(store, triedKey, z.array(z.string())) ?? []
  if (tried.includes(version)) return false
  if (writeStored(store, triedKey, [...tried, version])) return true
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type !== 'reload'
}

const typedIn = new WeakSet<Element>()
document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) typedIn.add(target)
})

/** Something that was typed is still on the page and would be lost with it. What is searched for stands in the address. */
const hasTyped = (): boolean => {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type=search])',
  )
  return [...fields].some((field) => typedIn.has(field) && field.value !== '')
}

interface PageFailureProps {
  error: unknown
  onRetry?: () => void
}

const reload = () => globalThis.location.reload()

const PlainFailure = ({ error, onRetry = reload }: PageFailureProps) => (
  <PartLine error={error} retry={onRetry} className="p-6" />
)

/** Itself a file that may be missing for the same reason as the page: then one line stands for it. */
export const PageFailure = lazyPart<PageFailureProps>(() => import('./page-failure.tsx'), {
  failed: 'silent',
  fallback: PlainFailure,
})

/** The failure of a page goes with the page: another address is another attempt. */
const FailedPage = ({ error, retry }: Failure) => {
  const { pathname } = useLocation()
  const [failedAt] = useState(pathname)
  const again = useEffectEvent(retry)
  useEffect(() => {
    if (pathname !== failedAt) again()
  }, [failedAt, pathname])
  return <PageFailure error={error} onRetry={retry} />
}

/**
 * A page that comes when it is wanted. After an upgrade of the server its file is gone: the app then starts anew at the address
 * that was asked for, unless that would cost what somebody typed or was tried before; then the failure says so.
 */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>) =>
  lazyPart(
    async () => {
      try {
        return await load()
      } catch (error) {
        const version = hasTyped() ? null : await newerVersion()
        if (version === null || !isFirstTry(version)) throw error
        globalThis.location.reload()
        return new Promise<never>(() => undefined)
      }
    },
    { waitsOutside: true, failed: FailedPage },
  )
