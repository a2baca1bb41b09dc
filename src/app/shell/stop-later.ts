import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { type Api, useApi } from '#api/api-context.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { DAY, MINUTE, SECOND } from '#lib/time.ts'
import { isPlausible, type StopTimer, stopTimerDue } from '#model/instance/stop-timer.ts'
import { stateInfo } from '#model/instance/states.ts'
import { IDLE_FOR, idleSince } from '#model/usage/usage.ts'
import { useOperations } from '#operations/operations-context.ts'
import { wasAccepted } from '#operations/operation.ts'
import type { Operations } from '#operations/operations.ts'
import { annotationsOf } from '#storage/annotations.ts'
import { stopTimers } from '#storage/instances.ts'
import { useStored } from '#storage/stored-value.ts'
import { recallSamples } from '#storage/usage-samples.ts'
import { showToast } from '#ui/toast-store.ts'

const checkEvery = 5 * SECOND

const idleSinceOf = async ({ connectionId, now }: Api, uuid: string): Promise<number | null> =>
  idleSince(await recallSamples(connectionId, uuid, { from: now() - 2 * IDLE_FOR, now: now() }), now())

/** A request that came to nothing is made again after so long, until the time for it has gone by. */
const again = MINUTE

/** A timer that is gone, with its account maybe, stays gone. */
const change = (connectionId: string, timer: StopTimer, next: StopTimer | null): void => {
  const stored = stopTimers.of(connectionId)
  const all = stored.read()
  const others = all.filter(({ uuid, setAt }) => uuid !== timer.uuid || setAt !== timer.setAt)
  if (others.length < all.length) stored.write(next === null ? others : [...others, next])
}

/** Whether another tab, or this one, has asked for it just now. */
const isAsked = ({ askedAt }: StopTimer, now: number): boolean =>
  askedAt !== undefined && now - askedAt < again

/** Asks for the stop. The timer stays until the service has accepted it: what fails is asked for again. */
const stop = async (
  api: Api,
  operations: Operations,
  timer: StopTimer,
  instance: Instance,
): Promise<void> => {
  const { connectionId, now } = api
  const { uuid, name } = instance
  // Another tab may have come first since this one was told of the timer.
  const latest = stopTimers
    .of(connectionId)
    .read()
    .find((one) => one.uuid === uuid && one.setAt === timer.setAt)
  if (latest === undefined || isAsked(latest, now())) return
  const asked = { ...timer, askedAt: now() }
  change(connectionId, timer, asked)
  if (wasAccepted(await operations.run({ action: 'stop', uuid, name }).answered))
    change(connectionId, asked, null)
}

const check = async (
  api: Api,
  operations: Operations,
  timer: StopTimer,
  instance: Instance | undefined,
): Promise<void> => {
  const { connectionId, now } = api
  if (instance === undefined || !isPlausible(timer, now())) {
    // A list can be short for once; a timer for what is gone for a day is of no use.
    const last = timer.kind === 'at' ? timer.at : timer.setAt
    if (instance !== undefined || now() - last > DAY) change(connectionId, timer, null)
    return
  }
  const { kind } = stateInfo(instance.state)
  // Somebody has stopped it meanwhile. What is on its way may yet run.
  if (kind === 'stopped' || kind === 'deleted' || kind === 'error') change(connectionId, timer, null)
  if (kind !== 'running' || isAsked(timer, now())) return
  const idle = timer.kind === 'idle' ? await idleSinceOf(api, timer.uuid) : null
  const due = stopTimerDue(timer, { now: now(), idleSince: idle })
  // The page of the instance says beside the countdown that it is locked.
  const isLocked = annotationsOf(connectionId).read().get(timer.uuid)?.locked === true
  if (due === 'wait' || (due === 'stop' && isLocked)) return
  if (due === 'stop') {
    await stop(api, operations, timer, instance)
    return
  }
  change(connectionId, timer, null)
  showToast({
    tone: 'bad',
    title: `${instance.name} was not stopped at its time.`,
    detail: 'It still runs.',
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
