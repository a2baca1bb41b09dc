import type { PollPace } from '#lib/poll-policy.ts'
import { useStored } from '#storage/stored-value.ts'
import { pollPace } from '#storage/polling.ts'
import { saveStored } from '#page/save-stored.ts'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { Setting } from './setting.tsx'

const paces: readonly { value: PollPace; label: string }[] = [
  { value: 'normal', label: 'Normal' },
  { value: 'relaxed', label: 'Relaxed' },
]

const explained: Record<PollPace, string> = {
  normal:
    'Every 10 s while all rests, every 2 s after something began to change; usage every 3 s while it is in view.',
  relaxed:
    'A third of the requests, for slow or metered connections: every 30 s while all rests, every 6 s after something began to change, usage every 9 s.',
}

export const Polling = () => {
  const pace = useStored(pollPace)
  return (
    <Panel title="Polling" flush>
      <Setting
        title="Pace"
        control={
          <Segmented
            label="Polling pace"
            options={paces}
            value={pace}
            onValueChange={(next) => void saveStored(pollPace, next)}
          />
        }
      >
        {explained[pace]}
      </Setting>
      <p className="border-t border-line px-4 py-3 text-secondary text-ink-muted">
        Either way Hatteras asks at once when you come back to the tab, not at all while it is hidden or
        offline (hidden, once a minute if alerts are on), less often when requests fail, and as late as the
        service asks it to.
      </p>
    </Panel>
  )
}
