import { useState } from 'react'

import { type AlertKind, alertKinds, alertSettings } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { askToNotify, notifyPermission } from '#ui/notification.ts'
import { showToast } from '#ui/toast-store.ts'

import { saveStored } from './save-stored.ts'

/** How a start ends, well or not. */
const wanted: ReadonlySet<AlertKind> = new Set(['ready', 'failed'])

/** Whether this browser tells once something runs, whether it can, and how to ask it to, on a press of the reader's. */
export const useReadyAlert = () => {
  const { isOn, kinds } = useStored(alertSettings)
  const [permission, setPermission] = useState(notifyPermission)
  const ask = async () => {
    const answer = await askToNotify()
    setPermission(answer)
    if (answer !== 'granted') {
      showToast({
        tone: 'bad',
        title: 'This browser shows no alerts of Hatteras.',
        detail: 'Allow them in its settings for this site.',
      })
      return
    }
    const before = isOn ? kinds : []
    const isStored = saveStored(alertSettings, {
      isOn: true,
      kinds: alertKinds.filter((kind) => wanted.has(kind) || before.includes(kind)),
    })
    if (isStored) showToast({ tone: 'good', title: 'You are told when it runs, while a tab is open.' })
  }
  return {
    isSet: isOn && permission === 'granted' && kinds.includes('ready'),
    isPossible: permission === 'default' || permission === 'granted',
    ask,
  }
}
