import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { statsQuery, useStats } from '#api/queries.ts'
import type { Stats } from '#contract/answers.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { fromStats, NEARLY_FULL, STANDS_FOR, type UsageHistory } from '#model/usage/usage.ts'
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

/** Percent of the memory in use where that is nearly all. */
const fullMemory = ({ mem_used_gib: used, mem_total_gib: total }: Stats): number | null => {
  const share = shareOf(used, total)
  return share !== null && share >= NEARLY_FULL ? share * 100 : null
}

/** What is urgent in the use of a container that is read elsewhere: asks for nothing itself, and renders only as that changes. */
export const useUrgentUsage = (uuid: string) => {
  const query = { ...statsQuery(useApi(), uuid), enabled: false, select: fullMemory }
  const { data = null, isError } = useQuery(query)
  return { fullMemory: data, isError }
}

/** Whether the last reading of a container that `useUsage` reads elsewhere stands for what is now no more. */
export const useIsSilent = (uuid: string): boolean => {
  const now = useNow(MINUTE / 4)
  const last = useQuery({ ...usageQuery(useApi(), uuid, HOUR), enabled: false }).data?.at(-1)
  return last === undefined || now - last.at > STANDS_FOR
}

/** How much of the whole is in use, from 0 to 1; null where either is not known. */
export const shareOf = (used: number | null | undefined, total: number | null | undefined): number | null =>
  used === null || used === undefined || total === null || total === undefined || total <= 0
    ? null
    : Math.min(1, used / total)
