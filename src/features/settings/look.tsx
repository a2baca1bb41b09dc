import type { LucideIcon } from 'lucide-react'
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useId } from 'react'

import type { PollPace } from '#lib/poll-policy.ts'
import { notifyNotStored, saveStored } from '#page/save-stored.ts'
import { fleetPreferences, pollPace } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { setTheme, type Theme, useTheme } from '#storage/theme.ts'
import { cx } from '#ui/cx.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { Setting } from './setting.tsx'

/** The product in small, in the colours of a theme, whatever the page around it has. */
const Picture = ({ theme, className }: { theme: 'light' | 'dark'; className?: string }) => (
  <span data-theme={theme} className={cx('block', className)}>
    <svg aria-hidden viewBox="0 0 120 74" className="block h-auto w-full fill-none stroke-none">
      <rect width="120" height="74" className="fill-canvas" />
      <path d="M24 0V74" className="stroke-line" />
      <rect x="5" y="7" width="14" height="4" rx="1.5" className="fill-ink" />
      <path d="M5 18.5h14M5 25.5h11M5 32.5h13" strokeWidth="3" className="stroke-line-strong" />
      <rect x="31" y="7" width="30" height="5" rx="1.5" className="fill-ink" />
      <rect x="95" y="6" width="18" height="7" rx="2" className="fill-accent" />
      <rect x="31" y="18" width="56" height="4" rx="1.5" className="fill-plot" />
      <rect x="88" y="18" width="14" height="4" rx="1.5" className="fill-lamp-bar" />
      <rect x="103" y="18" width="10" height="4" rx="1.5" className="fill-part-disk" />
      <rect x="31" y="28" width="82" height="40" rx="3" className="fill-surface stroke-line" />
      <path d="M31 41.3H113M31 54.6H113" className="stroke-line" />
      <path d="M36 35h18M36 48h14M36 61h16" strokeWidth="2.5" className="stroke-line-strong" />
      <path
        d="m64 37 6-3 6 2 6-4 6 3 8-1M64 50l6-1h6l6-1 6 1h8M64 64l6-4 6 2 6 1 6-3 8 2"
        className="stroke-plot"
      />
    </svg>
  </span>
)

const themes: readonly { value: Theme; label: string; Icon: LucideIcon }[] = [
  { value: 'system', label: 'System', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
]

/** The theme as three pictures of the product; each is a radio. */
const ThemeChoice = () => {
  const name = useId()
  const theme = useTheme()
  return (
    <div role="radiogroup" aria-label="Theme" className="flex gap-3 px-4 pt-3.5 pb-3">
      {themes.map(({ value, label, Icon }) => (
        <label
          key={value}
          className="group relative grid max-w-[9.5rem] flex-1 gap-1.5 text-secondary font-medium text-ink-muted hover:text-ink has-[:checked]:text-ink"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={theme === value}
            onChange={() => {
              if (!setTheme(value)) notifyNotStored()
            }}
            className="absolute inset-0 z-10 m-0 size-full cursor-pointer opacity-0"
          />
          <span className="relative block overflow-hidden rounded-card border border-line-strong outline-offset-2 outline-accent group-hover:border-ink-faint group-has-[:checked]:border-accent group-has-[:checked]:ring group-has-[:checked]:ring-accent group-has-[:focus-visible]:outline-2 forced-colors:group-has-[:checked]:border-2 forced-colors:group-has-[:checked]:border-[Highlight]">
            <Picture theme={value === 'dark' ? 'dark' : 'light'} />
            {value === 'system' && (
              <Picture
                theme="dark"
                className="absolute inset-0 [clip-path:polygon(100%_0,100%_100%,0_100%)]"
              />
            )}
          </span>
          <span className="flex items-center justify-center gap-1.5">
            <Icon aria-hidden size={14} />
            {label}
          </span>
        </label>
      ))}
    </div>
  )
}

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
