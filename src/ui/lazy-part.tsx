import {
  type ComponentType,
  createElement,
  type ReactNode,
  Suspense,
  use,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useSyncExternalStore,
} from 'react'

import { afterPaint } from '#lib/after-paint.ts'

import { ErrorBoundary, type Failure, isMissingChunk, notices, PartLine } from './error-boundary.tsx'

type Load<P> = () => Promise<{ default: ComponentType<P> }>

interface LazyPartOptions<P> {
  /**
   * What a failure looks like: a `notice` for what opens over the page, a `line` within a panel, nothing for what draws nothing
   * (it is tried again by itself), or a view of its own.
   */
  failed?: 'notice' | 'line' | 'silent' | ComponentType<Failure>
  /** What keeps the place while the part is on its way. */
  fallback?: ComponentType<P>
  /** Is asked for only once the first rows are painted. For what comes by itself: what is pressed for comes at once. */
  afterRows?: boolean
  /** Leaves waiting to the Suspense around it: a page that is on its way keeps the one before it in sight. */
  waitsOutside?: boolean
}

/** When what draws nothing is tried again, in ms. */
const silentRetry = 30_000

const SilentFailure = ({ error, retry, children }: Failure & { children: ReactNode }) => {
  const again = useEffectEvent(retry)
  const isMissing = isMissingChunk(error)
  useEffect(() => {
    if (!isMissing) return undefined
    const tryAgain = () => again()
    const timer = setTimeout(tryAgain, silentRetry)
    globalThis.addEventListener('online', tryAgain)
    return () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', tryAgain)
    }
  }, [isMissing])
  return children
}

/** How to try the parts again that follow the first rows and did not come: they share a file, so where one comes, the others do. */
const missing = new Set<() => void>()

/** The file of a part: asked for when it is first wanted, and anew after it failed. */
const createSource = <P,>(load: Load<P>, afterRows: boolean) => {
  let asked: Promise<ComponentType<P>> | null = null
  let attempt = 0
  let isSettled = !afterRows
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const settle = () => {
    isSettled = true
    tell()
  }
  const again = () => {
    attempt += 1
    tell()
  }
  const wakeOthers = () => {
    missing.delete(again)
    const others = [...missing]
    missing.clear()
    for (const other of others) other()
  }
  return {
    ask: () => {
      if (asked !== null) return asked
      const loading = (afterRows ? afterPaint().then(load) : load()).then((module) => {
        // React reads these: what has come once never waits again.
        void Object.assign(loading, { status: 'fulfilled', value: module.default })
        if (afterRows) wakeOthers()
        return module.default
      })
      asked = loading
      if (afterRows) loading.catch(() => missing.add(again))
      if (!isSettled) loading.then(settle, settle)
      return loading
    },
    /** A failed import is not kept: who asks next starts another. */
    forget: () => {
      asked = null
    },
    /** Gives every place where the part failed another chance: three charts come back at one press. */
    again,
    /** Whether it is there, or is known not to come. */
    isSettled: () => isSettled,
    attempt: () => attempt,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * A part of the app that comes when it is wanted; the only way to defer one. It brings its own failure, which takes nothing
 * around it along, and a failed import is asked for again, which `React.lazy` never does.
 */
export const lazyPart = <P extends object>(
  load: Load<P>,
  { failed = 'notice', fallback: Place, afterRows = false, waitsOutside = false }: LazyPartOptions<P> = {},
) => {
  const source = createSource(load, afterRows)

  const Inner = (props: P) => createElement(use(source.ask()), props)

  return (props: P & { onClose?: () => void }): ReactNode => {
    const attempt = useSyncExternalStore(source.subscribe, source.attempt)
    const isSettled = useDeferredValue(useSyncExternalStore(source.subscribe, source.isSettled))
    const place = Place === undefined ? null : <Place {...props} />
    // Each row has several of these: a boundary for each that waits would double what the first rows cost.
    if (!isSettled) {
      void source.ask().catch(() => undefined)
      return place
    }
    const inside = <Inner {...props} />
    const failure = ({ error }: Failure): ReactNode => {
      const failure = { error, retry: source.again }
      if (failed === 'notice') return <notices.Part {...failure} onClose={props.onClose} />
      if (failed === 'line') return <PartLine {...failure} />
      if (failed === 'silent') return <SilentFailure {...failure}>{place}</SilentFailure>
      const Own = failed
      return <Own {...failure} />
    }
    return (
      <ErrorBoundary resetKey={attempt} renderFailure={failure} onFailure={source.forget}>
        {waitsOutside ? inside : <Suspense fallback={place}>{inside}</Suspense>}
      </ErrorBoundary>
    )
  }
}
