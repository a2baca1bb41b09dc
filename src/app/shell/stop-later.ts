import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { type Api, useApi } from '#api/api-context.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { SECOND } from '#lib/time.ts'
import { isPlausible, type StopTimer, stopTimerDue } from '#model/instance/stop-timer.ts'
import { stateInfo } from '#model/instance/states.ts'
import { IDLE_FOR, idleSince } from '#model/usage/usage.ts'
import { useOperations } from '#operations/operations-context.ts'
import type { Operations } from '#operations/operations.ts'
import { stopTimers } from '#storage/stop-timers.ts'
import { useStored } from '#storage/stored-value.ts'
import { recallSamples } from '#storage/usage-samples.ts'
import { showToast } from '#ui/toast-store.ts'

const checkEvery = 5 * SECOND

const idleSinceOf = async ({ connectionId, now }: Api, uuid: string): Promise<number | null> =>
  idleSince(await recallSamples(connectionId, uuid, { from: now() - 2 * IDLE_FOR, now: now() }), now())

/** Takes a timer off before it is acted on, so that of several tabs one asks for the stop. False where another tab was first. */
const claim = (connectionId: string, timer: StopTimer): boolean => {
  const stored = stopTimers.of(connectionId)
  const before = stored.read()
  const rest = before.filter(({ uuid, setAt }) => uuid !== timer.uuid || setAt !== timer.setAt)
  if (rest.length === before.length) return false
  stored.write(rest)
  return true
}

const check = async (
  api: Api,
  operations: Operations,
  timer: StopTimer,
  instance: Instance | undefined,
): Promise<void> => {
  const { connectionId, now } = api
  if (instance === undefined || !isPlausible(timer, now())) {
    claim(connectionId, timer)
    return
  }
  const { kind } = stateInfo(instance.state)
  // Somebody has stopped it meanwhile. What is on its way may yet run.
  if (kind === 'stopped' || kind === 'deleted' || kind === 'error') claim(connectionId, timer)
  if (kind !== 'running') return
  const idle = timer.kind === 'idle' ? await idleSinceOf(api, timer.uuid) : null
  const due = stopTimerDue(timer, { now: now(), idleSince: idle })
  if (due === 'wait' || !claim(connectionId, timer)) return
  const { uuid, name } = instance
  if (due === 'stop') operations.run({ action: 'stop', uuid, name })
  else
    showToast({
      tone: 'bad',
      title: `${name} was not stopped at its time.`,
      detail: 'No tab of Hatteras was awake then. It still runs.',
    })
}

/** Asks for the stops that were put off, once their time has come, as long as a tab of the account is open. It draws nothing. */
const StopLater = (): null => {
  const api = useApi()
  const operations = useOperations()
  const queries = useQueryClient()
  const timers = useStored(stopTimers.of(api.connectionId))

  useEffect(() => {
    if (timers.length === 0) return undefined
    const checkAll = () => {
      const list = queries.getQueryData<InstanceList>(instancesQuery(api).queryKey)
      if (list === undefined) return
      for (const timer of timers)
        void check(
          api,
          operations,
          timer,
          list.instances.find(({ uuid }) => uuid === timer.uuid),
        )
    }
    checkAll()
    const interval = setInterval(checkAll, checkEvery)
    return () => clearInterval(interval)
  }, [api, operations, queries, timers])
  return null
}
export default StopLater
