import { fleetPreferences } from '#storage/fleet-preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { setTheme, type Theme, useTheme } from '#storage/preferences.ts'
import { saveStored, notifyNotStored } from '#page/save-stored.ts'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { Setting } from './setting.tsx'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Follow the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

export const Appearance = () => {
  const theme = useTheme()
  const fleet = useStored(fleetPreferences)
  return (
    <Panel title="Appearance" flush>
      <div className="divide-y divide-line">
        <Setting
          title="Theme"
          control={
            <Segmented
              label="Theme"
              options={themes}
              value={theme}
              onValueChange={(next) => {
                if (!setTheme(next)) notifyNotStored()
              }}
            />
          }
        />
        <Setting
          title="Rows of the fleet"
          control={
            <Segmented
              label="Rows of the fleet"
              options={densities}
              value={fleet.density}
              onValueChange={(density) => void saveStored(fleetPreferences, { ...fleet, density })}
            />
          }
        >
          Two lines in each row, or one.
        </Setting>
      </div>
    </Panel>
  )
}
