import { onlineManager, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { type Api, useApi } from '#api/api-context.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { formatClock } from '#lib/format.ts'
import { DAY, MINUTE, SECOND } from '#lib/time.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { asOfNow, MISSED_AFTER, type StopTimer, stopTimerDue } from '#model/instance/stop-timer.ts'
import { stateInfo } from '#model/instance/states.ts'
import { IDLE_FOR, idleSince } from '#model/usage/usage.ts'
import { useOperations } from '#operations/operations-context.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import type { Operations } from '#operations/operations.ts'
import { useSessionStore } from '#session/session-context.ts'
import type { SessionStore } from '#session/session-store.ts'
import { recordActivity } from '#storage/activity.ts'
import { annotationsOf } from '#storage/annotations.ts'
import { stopTimers } from '#storage/instances.ts'
import { useStored } from '#storage/stored-value.ts'
import { recallSamples } from '#storage/usage-samples.ts'
import { showToast } from '#ui/toast-store.ts'

const checkEvery = 5 * SECOND

/** The account whose stops these are, and where it is read and asked. */
interface Account {
  api: Api
  operations: Operations
  queries: QueryClient
}

const idleSinceOf = async ({ connectionId, now }: Api, uuid: string): Promise<number | null> =>
  idleSince(await recallSamples(connectionId, uuid, { from: now() - 2 * IDLE_FOR, now: now() }), now())

/** As it is stored now: another tab may have come first, or somebody taken it back, since this one was told of it. */
const latestOf = (connectionId: string, { uuid, setAt }: StopTimer): StopTimer | undefined =>
  stopTimers
    .of(connectionId)
    .read()
    .find((one) => one.uuid === uuid && one.setAt === setAt)

/** A timer that is gone, with its account maybe, stays gone. */
const change = (connectionId: string, timer: StopTimer, next: StopTimer | null): void => {
  const stored = stopTimers.of(connectionId)
  const latest = latestOf(connectionId, timer)
  if (latest === undefined) return
  const others = stored.read().filter((one) => one !== latest)
  stored.write(next === null ? others : [...others, next])
}

const { within } = operationInfo('stop')

/** Whether the answer to something that was asked of the instance was lost, and the service may still be about to do it. */
const isLost = ({ api, operations }: Account, uuid: string): boolean => {
  const current = operations.current(uuid)
  return current?.status === 'unknown' && api.now() < (current.answeredAt ?? 0) + within
}

/** Looks, since the list may be from before it was asked for. */
const isSeenRunning = async ({ api, queries }: Account, uuid: string): Promise<boolean> => {
  const list = await queries
    .fetchQuery({ ...instancesQuery(api), retry: false, staleTime: 0 })
    .catch(() => null)
  const seen = list?.instances.find((one) => one.uuid === uuid)
  return seen !== undefined && stateInfo(seen.state).kind === 'running'
}

/** How long to let it be: as the service asks, and where the answer is lost for as long as the stop may take. */
const waitAfter = ({ status, error }: Operation): number =>
  Math.max(status === 'unknown' ? within : MINUTE, error?.retryAfter ?? 0)

/**
 * Asks for the stop. The timer stays until the service has accepted it: what is refused is asked for again. What may have been accepted
 * is so only where the instance is seen to run after all.
 */
const stop = async (account: Account, timer: StopTimer, { uuid, name }: Instance): Promise<void> => {
  const { connectionId, now } = account.api
  const latest = latestOf(connectionId, timer)
  if (latest === undefined || now() < (latest.againAt ?? 0)) return
  const isAgain = latest.againAt !== undefined || account.operations.current(uuid)?.status === 'unknown'
  // Where the page is left before the answer, that is lost too.
  change(connectionId, timer, { ...timer, againAt: now() + within })
  const mayAsk = !isAgain || (await isSeenRunning(account, uuid))
  if (latestOf(connectionId, timer) === undefined) return
  const answered = mayAsk ? await account.operations.run({ action: 'stop', uuid, name }).answered : undefined
  const wait = answered === undefined ? MINUTE : waitAfter(answered)
  const isDone = answered !== undefined && wasAccepted(answered)
  change(connectionId, timer, isDone ? null : { ...timer, againAt: now() + wait })
}

/** Says where it is looked for, and in the record, that a stop did not happen. */
const miss = (
  { api: { connectionId, now }, queries, api }: Account,
  timer: StopTimer & { kind: 'at' },
  { uuid, name }: Instance,
): void => {
  // What was read before the computer slept does not tell whether it still runs.
  const readAt = queries.getQueryState(instancesQuery(api).queryKey)?.dataUpdatedAt ?? 0
  const latest = latestOf(connectionId, timer)
  if (readAt <= timer.at + MISSED_AFTER || latest?.kind !== 'at' || latest.isMissed) return
  change(connectionId, timer, { ...timer, isMissed: true })
  void recordActivity(connectionId, [
    { at: now(), uuid, name, kind: 'saw', text: 'was not stopped at its time' },
  ])
  showToast({ tone: 'bad', title: `${name} was not stopped at its time.`, detail: 'It still runs.' })
}

/** Takes over a timer whose clock was put back, and says what becomes of it. */
const putRight = (connectionId: string, timer: StopTimer, right: StopTimer, { name }: Instance): void => {
  if (latestOf(connectionId, timer) === undefined) return
  change(connectionId, timer, right)
  const time = right.kind === 'at' ? ` It stops at ${formatClock(right.at)}.` : ''
  showToast({
    tone: 'bad',
    title: `The stop of ${name} counts anew from now.`,
    detail: `The clock of this computer was put back.${time}`,
  })
}

const check = async (account: Account, timer: StopTimer, instance: Instance | undefined): Promise<void> => {
  const { connectionId, now } = account.api
  if (instance === undefined) {
    // A list can be short for once; a timer for what is gone for a day is of no use.
    const last = timer.kind === 'at' ? timer.at : timer.setAt
    if (now() - last > DAY) change(connectionId, timer, null)
    return
  }
  const { kind } = stateInfo(instance.state)
  // Somebody has stopped it meanwhile. What is on its way may yet run.
  if (kind === 'stopped' || kind === 'deleted' || kind === 'error') change(connectionId, timer, null)
  if (kind !== 'running' || (timer.kind === 'at' && timer.isMissed)) return
  const right = asOfNow(timer, now())
  if (right !== timer) {
    putRight(connectionId, timer, right, instance)
    return
  }
  const idle = timer.kind === 'idle' ? await idleSinceOf(account.api, timer.uuid) : null
  const due = stopTimerDue(timer, { now: now(), idleSince: idle })
  if (due === 'wait' || isLost(account, timer.uuid)) return
  if (due === 'missed') {
    if (timer.kind === 'at') miss(account, timer, instance)
    return
  }
  // The page of the instance says beside the countdown that it is locked.
  const isLocked = annotationsOf(connectionId).read().get(timer.uuid)?.locked === true
  if (!isLocked && onlineManager.isOnline()) await stop(account, timer, instance)
}

/** Says, when the tab goes over to another account, which stops it no longer sends. */
const tellOfSwitch = (
  { api: { connectionId }, queries, api }: Account,
  session: SessionStore,
): (() => void) => {
  let isTold = false
  return session.subscribe(() => {
    const { connection, connections } = session.state()
    const own = connections.find(({ id }) => id === connectionId)
    if (isTold || connection === null || own === undefined || connection.id === connectionId) return
    isTold = true
    const list = queries.getQueryData<InstanceList>(instancesQuery(api).queryKey)
    const waiting = stopTimers
      .of(connectionId)
      .read()
      .filter((timer) => timer.kind === 'idle' || timer.isMissed !== true)
      .flatMap(({ uuid }) => list?.instances.find((one) => one.uuid === uuid)?.name ?? [])
    if (waiting.length > 0)
      showToast({
        tone: 'bad',
        title: `Not stopped while no tab shows ${own.name}: ${waiting.join(', ')}.`,
        detail: 'A stop that was put off is sent only by a tab of its account.',
      })
  })
}

/** Asks for the stops that were put off, once their time has come, as long as a tab shows the account. It draws nothing. */
const StopLater = (): null => {
  const api = useApi()
  const operations = useOperations()
  const queries = useQueryClient()
  const session = useSessionStore()
  const timers = useStored(stopTimers.of(api.connectionId))

  useEffect(() => {
    if (timers.length === 0) return undefined
    const account = { api, operations, queries }
    const checkAll = () => {
      const list = queries.getQueryData<InstanceList>(instancesQuery(api).queryKey)
      if (list === undefined) return
      for (const timer of timers)
        void check(
          account,
          timer,
          list.instances.find(({ uuid }) => uuid === timer.uuid),
        )
    }
    checkAll()
    const interval = setInterval(checkAll, checkEvery)
    return () => clearInterval(interval)
  }, [api, operations, queries, timers])
  useEffect(() => tellOfSwitch({ api, operations, queries }, session), [api, operations, queries, session])
  return null
}
export default StopLater
