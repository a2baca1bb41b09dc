import { useState } from 'react'

import { saveStored } from '#page/save-stored.ts'
import { type AlertKind, alertKinds, alertSettings } from '#storage/alerts.ts'
import { useStored } from '#storage/stored-value.ts'
import { askToNotify, notify, notifyPermission } from '#ui/notification.ts'
import { Panel } from '#ui/panel.tsx'
import { Switch } from '#ui/switch.tsx'

const kinds: Record<AlertKind, { label: string; hint: string }> = {
  ready: { label: 'Running', hint: 'An instance has been provisioned, or runs again.' },
  stopped: { label: 'Stopped', hint: 'An instance has stopped, by itself or by someone else.' },
  failed: { label: 'Failed', hint: 'An instance is in error, lost or unhealthy.' },
  idle: { label: 'Idle', hint: 'A container’s CPU has been under 5 % for 30 minutes.' },
  budget: { label: 'Budget', hint: 'This month has reached 50 %, 80 % or 100 % of its budget, set below.' },
}

const problems = {
  none: 'This browser has no notifications for this page. They need a browser that offers them and an https address.',
  denied:
    'This browser blocks notifications from Hatteras, so none is shown. Allow them in the browser’s settings for this site, then turn alerts on here.',
  unanswered:
    'The browser’s question was closed without an answer, so alerts stay off. Turn them on to be asked again.',
  refused: 'This browser lets no page show notifications, only installed apps of its own. Alerts stay off.',
} as const

/** What to tell of through the system's notifications; nothing before someone asks for it. */
export const Alerts = () => {
  const settings = useStored(alertSettings)
  const [permission, setPermission] = useState(notifyPermission)
  const [problem, setProblem] = useState<keyof typeof problems | null>(
    permission === 'none' || (permission === 'denied' && settings.isOn) ? permission : null,
  )
  const isOn = settings.isOn && permission === 'granted'

  const turnOn = async () => {
    const answer = await askToNotify()
    setPermission(answer)
    if (answer !== 'granted') {
      setProblem(answer === 'default' ? 'unanswered' : answer)
      return
    }
    const isShown = notify({
      title: 'Alerts are on',
      body: 'They come while a tab of Hatteras is open.',
      tag: 'alerts on',
    })
    setProblem(isShown ? null : 'refused')
    saveStored(alertSettings, { ...settings, isOn: isShown })
  }
  const turn = (next: boolean) => {
    if (next) void turnOn()
    else saveStored(alertSettings, { ...settings, isOn: false })
  }
  const choose = (kind: AlertKind, chosen: boolean) => {
    saveStored(alertSettings, {
      ...settings,
      kinds: alertKinds.filter((one) => (one === kind ? chosen : settings.kinds.includes(one))),
    })
  }

  return (
    <Panel title="Alerts" flush>
      <div className="px-4 py-3">
        <Switch
          label="Show notifications"
          hint="Through the notifications of your system. They come only while a tab of Hatteras is open; a tab in the background looks once a minute."
          checked={isOn}
          disabled={permission === 'none'}
          onCheckedChange={turn}
        />
        {problem !== null && (
          <p role="alert" className="mt-2 text-secondary text-lamp-ink">
            {problems[problem]}
          </p>
        )}
      </div>
      <fieldset disabled={!isOn} className="m-0 border-0 border-t border-solid border-line p-0">
        <legend className="sr-only">What to tell of</legend>
        <div className="grid gap-3 px-4 py-3">
          {alertKinds.map((kind) => (
            <Switch
              key={kind}
              {...kinds[kind]}
              checked={settings.kinds.includes(kind)}
              onCheckedChange={(chosen) => {
                choose(kind, chosen)
              }}
            />
          ))}
        </div>
      </fieldset>
    </Panel>
  )
}
