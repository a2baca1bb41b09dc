import { useState } from 'react'

import { saveStored } from '#page/save-stored.ts'
import { type AlertKind, alertKinds, alertSettings } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { askToNotify, notify, notifyPermission } from '#ui/notification.ts'
import { Panel } from '#ui/panel.tsx'
import { Switch } from '#ui/switch.tsx'

const kinds: Record<AlertKind, { label: string; note?: string }> = {
  ready: { label: 'Ready' },
  stopped: { label: 'Stopped' },
  failed: { label: 'Failed' },
  idle: { label: 'Idle', note: 'under 5 % for 30 min' },
  budget: { label: 'Budget', note: 'at 50, 80, 100 %' },
}

const AboutAlerts = () => (
  <InfoMark label="About alerts">
    <p>
      Notices of your system. They come only while a tab of Hatteras is open; a tab in the background looks
      once a minute.
    </p>
    <p>
      Ready: an instance has been provisioned, or runs again. Stopped: by itself or by someone else. Failed:
      in error, lost or unhealthy. Idle: a container’s CPU. Budget: of this month, each level once.
    </p>
  </InfoMark>
)

const problems = {
  none: 'This browser has no notifications for this page. They need a browser that offers them and an https address.',
  denied:
    'This browser blocks notifications from Hatteras, so none is shown. Allow them in the browser’s settings for this site, then turn alerts on here.',
  unanswered:
    'The browser’s question was closed without an answer, so alerts stay off. Turn them on to be asked again.',
  unsupported:
    'This browser lets no page show notifications, only installed apps of its own. Alerts stay off.',
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
    setProblem(isShown ? null : 'unsupported')
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
    <Panel
      title="Alerts"
      flush
      aside="while a tab is open"
      actions={
        <>
          <AboutAlerts />
          <Switch
            label="Show notifications"
            hideLabel
            checked={isOn}
            disabled={permission === 'none'}
            onCheckedChange={turn}
          />
        </>
      }
    >
      {problem !== null && (
        <p role="alert" className="border-b border-line px-4 py-3 text-secondary text-lamp-ink">
          {problems[problem]}
        </p>
      )}
      <fieldset disabled={!isOn} className="m-0 divide-y divide-line border-0 p-0">
        <legend className="sr-only">What to tell of</legend>
        {alertKinds.map((kind) => (
          <Switch
            key={kind}
            {...kinds[kind]}
            className="min-h-11 items-center! px-4 text-secondary [&_*]:font-normal"
            checked={settings.kinds.includes(kind)}
            onCheckedChange={(chosen) => {
              choose(kind, chosen)
            }}
          />
        ))}
      </fieldset>
    </Panel>
  )
}
