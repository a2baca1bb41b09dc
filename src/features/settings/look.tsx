import type { PollPace } from '#lib/poll-policy.ts'
import { saveStored } from '#page/save-stored.ts'
import { fleetPreferences, pollPace } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { InfoMark } from './info-mark.tsx'
import { Setting } from './setting.tsx'
import { ThemeChoice } from './theme-choice.tsx'

const densities = [
  { value: 'comfortable', label: 'Roomy' },
  { value: 'compact', label: 'Compact' },
] as const

/** How often it asks while all rests. */
const paces: readonly { value: PollPace; label: string }[] = [
  { value: 'normal', label: '10 s' },
  { value: 'relaxed', label: '30 s' },
]

const AboutRefresh = () => (
  <InfoMark label="About refresh">
    <p>
      How often Hatteras asks while all rests. After something began to change it asks every 2 s or 6 s, and
      for usage in view every 3 s or 9 s.
    </p>
    <p>
      Either way it asks at once when you come back to the tab, not at all while it is hidden or offline
      (hidden, once a minute if alerts are on), less often when requests fail, and as late as the service asks
      it to.
    </p>
  </InfoMark>
)

/** How the app looks, and how often it looks. */
export const Look = () => {
  const fleet = useStored(fleetPreferences)
  const pace = useStored(pollPace)
  return (
    <Panel title="Look" flush>
      <div className="divide-y divide-line">
        <ThemeChoice />
        <Setting
          title="Rows"
          control={
            <Segmented
              label="Rows of the fleet"
              options={densities}
              value={fleet.density}
              onValueChange={(density) => void saveStored(fleetPreferences, { ...fleet, density })}
            />
          }
        />
        <Setting
          id="polling"
          title="Refresh"
          info={<AboutRefresh />}
          control={
            <Segmented
              label="Refresh"
              options={paces}
              value={pace}
              onValueChange={(next) => void saveStored(pollPace, next)}
            />
          }
        />
      </div>
    </Panel>
  )
}
