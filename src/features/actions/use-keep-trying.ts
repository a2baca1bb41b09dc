import { useEffect, useEffectEvent, useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import type { Operation } from '#operations/operation.ts'
import { showToast } from '#ui/toast-store.ts'

/** Milliseconds between two tries: 30 s, give or take 5 s so that many waiting tabs do not ask at once. */
const pause = (): number => 25_000 + Math.random() * 10_000

/** Asks again and again for something that found no room, while this tab is open. */
export interface KeepTrying {
  isOn: boolean
  /** When the next try is due, in milliseconds since the epoch; null while one is under way. */
  nextAt: number | null
  /** Tries so far, without the one that found no room in the first place. */
  tries: number
  start: () => void
  cancel: () => void
}

const off = { isOn: false, nextAt: null, tries: 0 } as const

/** Whether it is certain that nothing was done and that room may still come: another outcome has to be looked at by a person. */
export const mayFindRoomLater = ({ capacity, status }: ApiError): boolean =>
  status === 429 || (capacity !== null && capacity.account === null)

/** Whether another try makes sense after this one. */
export const afterTry = ({ error }: Operation): 'again' | 'over' =>
  error !== null && mayFindRoomLater(error) ? 'again' : 'over'

/** `attempt` sends the very same request and returns whether to go on. It never rejects. */
export const useKeepTrying = (attempt: () => Promise<'again' | 'over'>): KeepTrying => {
  const [state, setState] = useState<Pick<KeepTrying, 'isOn' | 'nextAt' | 'tries'>>(off)
  const { isOn, nextAt, tries } = state

  const run = useEffectEvent(async () => {
    setState({ isOn: true, nextAt: null, tries: tries + 1 })
    const outcome = await attempt()
    setState((current) =>
      outcome === 'again' && current.isOn ? { ...current, nextAt: Date.now() + pause() } : off,
    )
  })

  useEffect(() => {
    if (nextAt === null) return undefined
    const timer = setTimeout(() => void run(), Math.max(0, nextAt - Date.now()))
    return () => {
      clearTimeout(timer)
    }
  }, [nextAt])

  const leave = useEffectEvent(() => {
    // What is on its way is told of elsewhere.
    if (nextAt !== null)
      showToast({
        tone: 'bad',
        title: 'Keep trying has ended.',
        detail: 'It goes on only where it was begun, while that is open. Nothing was done.',
      })
  })
  useEffect(
    () => () => {
      leave()
    },
    [],
  )

  return {
    isOn,
    nextAt,
    tries,
    start: () => {
      setState({ isOn: true, nextAt: Date.now() + pause(), tries: 0 })
    },
    cancel: () => {
      setState(off)
    },
  }
}
