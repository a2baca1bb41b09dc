import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'

import { type Api, useApi } from '#api/api-context.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { paths } from '#model/paths.ts'
import { monthBudget } from '#model/pricing/budget.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useSession } from '#session/session-context.ts'
import { holdLead } from '#session/tab-lead.ts'
import { watchForgetting } from '#storage/forgotten.ts'
import { alertSettings } from '#storage/preferences.ts'
import { monthlyBudget, notifiedBudget } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { loadLedger } from '#storage/ledger.ts'
import { notifiedStates } from '#storage/notified.ts'
import { notify } from '#ui/notification.ts'

import { type Alert, budgetAlert } from './alert.ts'
import { listenToLists } from './fleet-readings.ts'
import { idleCheckEvery, checkForIdle } from './idle-watch.ts'
import { createStateAlerts } from './state-alerts.ts'

/** Milliseconds between two looks. */
const budgetCheckEvery = 5 * MINUTE

/** Works out how the month stands to its budget, and tells of a warning level that it has reached since. */
const checkBudget = async (
  { connectionId, now }: Api,
  amount: Usd,
  instances: readonly Instance[],
  onAlert: (alert: Alert) => void,
): Promise<void> => {
  const isForgotten = watchForgetting()
  const ledger = await loadLedger(connectionId, now())
  const stored = notifiedBudget.of(connectionId)
  const news = budgetAlert(monthBudget(amount, ledger, instances, now()), stored.read())
  if (news === null || isForgotten(connectionId)) return
  stored.write(news.notified)
  onAlert(news.alert)
}

const isHidden = () => document.visibilityState === 'hidden'

/**
 * Tells, through the system's notifications, what its owner asked to be told of; while it is hidden it goes on looking, rarely. Of
 * all the tabs that show an account only one does so. It draws nothing.
 */
const Alerts = (): null => {
  const api = useApi()
  const { connectionId, now, pollTiming } = api
  const operations = useOperations()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { connections, connection } = useSession()
  const { kinds } = useStored(alertSettings)
  const [leads, setLeads] = useState(false)

  const onAlert = useEffectEvent(({ uuid, kind, title, body }: Alert) => {
    if (!kinds.includes(kind)) return
    const account = connections.length > 1 && connection !== null ? ` (${connection.name})` : ''
    notify({
      title: `${title}${account}`,
      body,
      tag: `${kind} ${uuid ?? connectionId}`,
      onOpen: () => void navigate(uuid === null ? paths.costs() : paths.instanceByRef(uuid)),
    })
  })

  useEffect(() => holdLead(`hatteras alerts ${connectionId}`, setLeads), [connectionId])

  useEffect(() => {
    if (!leads) return undefined
    const asked = new Set<string>()
    const stopActing = operations.events.listen(({ operation }) => {
      if (operation.status === 'accepted') asked.add(operation.request.uuid)
    })
    const isForgotten = watchForgetting()
    const news = createStateAlerts(notifiedStates.of(connectionId), now)
    const stopReading = listenToLists(queries, connectionId, ({ instances }, at) => {
      if (isForgotten(connectionId)) return
      for (const alert of news(instances, at)) {
        const isExpected = asked.delete(alert.uuid) && alert.kind !== 'failed' && !isHidden()
        if (!isExpected) onAlert(alert)
      }
    })
    return () => {
      stopActing()
      stopReading()
    }
  }, [connectionId, leads, now, operations, queries])

  useEffect(() => {
    if (!leads) return undefined
    const list = instancesQuery(api)
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const query = queries.getQueryCache().find<InstanceList>({ queryKey: list.queryKey })
      const delay =
        query === undefined ? false : pollTiming.delay(query, query.state.data?.instances ?? [], true)
      timer = setTimeout(check, delay === false ? MINUTE : delay)
    }
    const check = () => {
      // The tab that is seen polls by itself.
      if (isHidden()) void queries.fetchQuery({ ...list, retry: false, staleTime: 0 }).catch(() => undefined)
      wait()
    }
    wait()
    return () => {
      clearTimeout(timer)
    }
  }, [api, leads, pollTiming, queries])

  const wantsIdle = kinds.includes('idle')
  useEffect(() => {
    if (!leads || !wantsIdle) return undefined
    const check = () => {
      const list = queries.getQueryData<InstanceList>(instancesQuery(api).queryKey)
      void checkForIdle(api, queries, list?.instances ?? [], (alert) => onAlert(alert))
    }
    const timer = setInterval(check, idleCheckEvery)
    return () => {
      clearInterval(timer)
    }
  }, [api, leads, queries, wantsIdle])

  const budget = useStored(monthlyBudget.of(connectionId))
  const wantsBudget = kinds.includes('budget')
  useEffect(() => {
    if (!leads || !wantsBudget || budget === null) return undefined
    const check = () => {
      const list = queries.getQueryData<InstanceList>(instancesQuery(api).queryKey)
      if (list !== undefined) void checkBudget(api, budget, list.instances, (alert) => onAlert(alert))
    }
    check()
    const timer = setInterval(check, budgetCheckEvery)
    return () => {
      clearInterval(timer)
    }
  }, [api, budget, leads, queries, wantsBudget])

  return null
}
export default Alerts
