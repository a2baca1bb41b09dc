import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { statsQuery, useStats } from '#api/queries.ts'
import type { Stats } from '#contract/answers.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { fromStats, isPast, NEARLY_FULL, STANDS_FOR, type UsageHistory } from '#model/usage/usage.ts'
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

/** Whether the last try failed, also while the next one is under way: of a query without data, React Query forgets its error then. */
const hasFailed = (query: Pick<UseQueryResult, 'isError' | 'isPending' | 'errorUpdateCount'>): boolean =>
  query.isError || (query.isPending && query.errorUpdateCount > 0)

const nothingRead: UsageHistory = []

interface Read {
  /** Milliseconds that the history goes back; a day at most. */
  span: number
  /** Whether usage is read on meanwhile: only of what is measured, and of what is looked at. */
  isRead: boolean
  /** Milliseconds between two readings. */
  interval?: number
  /** Whether what is stored is needed too. */
  isShown?: boolean
  /** No reading is later than this (ms since the epoch), unless the clock was wrong. */
  until: number
}

/**
 * The use of a container: what is stored of the last `span`, and the newest reading, which storage may not have yet, or never where
 * nothing can be stored.
 */
export const useUsageHistory = (uuid: string, { span, isRead, interval, isShown = true, until }: Read) => {
  const api = useApi()
  const query = useStats(uuid, isRead, interval)
  const { data, dataUpdatedAt } = query
  const stored = useQuery({ ...usageQuery(api, uuid, span), enabled: isShown }).data ?? nothingRead
  const newest = data === undefined ? null : fromStats(data, dataUpdatedAt)
  const isNews = newest !== null && isPast(newest.at, until) && newest.at > (stored.at(-1)?.at ?? 0)
  const history = isNews ? [...stored, newest] : stored
  return { history, last: history.at(-1) ?? null, query }
}

/** The clock of what is drawn: milliseconds between two looks at it. */
const every = MINUTE / 4

/** The use of a container in the last hour, read on while `ref` is on the screen. */
export const useUsage = (uuid: string) => {
  const ref = useRef<HTMLDivElement>(null)
  const now = useNow(every)
  const isInView = useInView(ref)
  const { history, last, query } = useUsageHistory(uuid, {
    span: HOUR,
    isRead: isInView,
    interval: 10 * SECOND,
    isShown: isInView,
    until: now + every,
  })
  return {
    ref,
    history,
    /** The last reading while it stands for what is now. */
    latest: last !== null && now - last.at <= STANDS_FOR ? last : null,
    /** Whether the last try failed, and how long ago one did not (ms); null where none ever did. */
    isError: hasFailed(query),
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
  const query = useQuery({ ...statsQuery(useApi(), uuid), enabled: false, select: fullMemory })
  return { fullMemory: query.data ?? null, isError: hasFailed(query) }
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
