import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/queries.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { fromStats, STANDS_FOR, type UsageHistory } from '#model/usage/usage.ts'
import { usageQuery } from '#storage/stored-queries.ts'

import { useNow } from './use-now.ts'

/** Whether the element is on the screen, or nearly. */
export const useInView = (ref: RefObject<Element | null>): boolean => {
  const [isInView, setIsInView] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        setIsInView(entry?.isIntersecting ?? false)
      },
      { rootMargin: '100px' },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [ref])
  return isInView
}

const interval = 10 * SECOND

const nothingRead: UsageHistory = []

/** The use of a container: what is stored of the last hour, and what comes while `ref` is on the screen. */
export const useUsage = (uuid: string) => {
  const ref = useRef<HTMLDivElement>(null)
  const api = useApi()
  const now = useNow(MINUTE / 4)
  const isInView = useInView(ref)
  const { data, dataUpdatedAt, isError } = useStats(uuid, isInView, interval)
  const stored = useQuery({ ...usageQuery(api, uuid, HOUR), enabled: isInView }).data
  const history = stored ?? nothingRead
  const last = history.at(-1) ?? (data === undefined ? null : fromStats(data, dataUpdatedAt))
  return {
    ref,
    history,
    /** The last reading while it stands for what is now. */
    latest: last !== null && now - last.at <= STANDS_FOR ? last : null,
    /** Whether the last try failed, and how long ago one did not (ms); null where none ever did. */
    isError,
    silentFor: last === null ? null : now - last.at,
    now,
  }
}

/** How much of the whole is in use, from 0 to 1; null where either is not known. */
export const shareOf = (used: number | null | undefined, total: number | null | undefined): number | null =>
  used === null || used === undefined || total === null || total === undefined || total <= 0
    ? null
    : Math.min(1, used / total)
