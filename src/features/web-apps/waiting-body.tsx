import Bell from 'lucide-react/icons/bell'
import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { formatClock, formatStopwatch } from '#lib/format.ts'
import { parseTimestamp, SECOND } from '#lib/time.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { saveStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { useTimeLimit } from '#page/use-time-limit.ts'
import { type AlertKind, alertSettings } from '#storage/alerts.ts'
import { statesSeen } from '#storage/states-seen.ts'
import { useStored } from '#storage/stored-value.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { askToNotify, notifyPermission } from '#ui/notification.ts'
import { showToast } from '#ui/toast-store.ts'

import { Acts, Details, Facts, mainActClass, Picture } from './parts.tsx'
import type { BodyProps } from './tile.tsx'

const ready: AlertKind = 'ready'

/** Turns on the alert that something runs, and no other that is not on already. */
const tellWhenReady = async (): Promise<boolean> => {
  if ((await askToNotify()) !== 'granted') {
    showToast({
      tone: 'bad',
      title: 'This browser shows no alerts of Hatteras.',
      detail: 'Allow them in its settings for this site.',
    })
    return false
  }
  const { isOn, kinds } = alertSettings.read()
  const others = isOn ? kinds.filter((kind) => kind !== ready) : []
  if (saveStored(alertSettings, { isOn: true, kinds: [...others, ready] }))
    showToast({ tone: 'good', title: 'You are told when it runs, while a tab is open.' })
  return true
}

/** The offer to be told; where the browser has no such thing, the way to the page. */
const TellMe = ({ instance }: Pick<BodyProps, 'instance'>) => {
  const { isOn, kinds } = useStored(alertSettings)
  const [permission, setPermission] = useState(notifyPermission)
  const isTold = isOn && permission === 'granted' && kinds.includes(ready)
  if (isTold || permission === 'none' || permission === 'denied') return <Details instance={instance} />
  return (
    <Button
      aria-label={`Tell me when ready: ${instance.name}`}
      className={mainActClass}
      icon={<Bell aria-hidden size={14} />}
      onClick={() => {
        void tellWhenReady().then(() => setPermission(notifyPermission()))
      }}
    >
      Tell me when ready
    </Button>
  )
}

/** A web app on its way: how long it takes, against how long it usually takes at most. */
export const WaitingBody = ({ instance }: BodyProps) => {
  const now = useNow(SECOND)
  const seen = stateSinceOf(useStored(statesSeen.of(useApi().connectionId)))(instance.uuid)
  const since = seen ?? (instance.state === 'provisioning' ? parseTimestamp(instance.created_at) : null)
  const limit = useTimeLimit([instance])(instance)
  const elapsed = since === null ? null : Math.max(0, now - since)
  const isOverdue = elapsed !== null && elapsed > limit
  return (
    <>
      <Picture>
        <span aria-hidden className="block h-1.5 w-2/3 overflow-hidden rounded-full bg-track">
          <span
            className={cx('block h-1.5 forced-colors:bg-[Highlight]', isOverdue ? 'bg-lamp-bar' : 'bg-plot')}
            style={{ width: `${Math.min(1, (elapsed ?? 0) / limit) * 100}%` }}
          />
        </span>
        <span>
          {elapsed !== null && `${formatStopwatch(elapsed)}, `}
          {isOverdue ? 'longer than usual' : 'on its way'}
        </span>
      </Picture>
      <Facts end={since === null ? null : `since ${formatClock(since)}`}>
        <span className={cx(isOverdue && 'text-lamp-ink')}>
          {isOverdue && 'overdue · '}
          {hourlyText(hourlyCost(instance).now)} / h
        </span>
      </Facts>
      <Acts>
        <TellMe instance={instance} />
      </Acts>
    </>
  )
}
