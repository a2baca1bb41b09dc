import { onlineManager, type UseQueryResult } from '@tanstack/react-query'

const every = 3000

/**
 * Looks now and then whether the browser is back on the network: the event that tells of it is lost when a machine sleeps. That it is
 * off is believed only when it is told, since some browsers on some networks say so all the time; an answer proves
 * the contrary. Returns what ends it.
 */
export const watchOnline = (): (() => void) => {
  const timer = setInterval(() => {
    if (navigator.onLine) onlineManager.setOnline(true)
  }, every)
  return () => {
    clearInterval(timer)
  }
}

/** Asks now, whether the browser takes itself for offline or not. */
export const readNow = ({ refetch }: Pick<UseQueryResult, 'refetch'>): void => {
  onlineManager.setOnline(true)
  void refetch()
}
