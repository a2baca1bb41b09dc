import { type ComponentType, useEffect } from 'react'
import { useLocation } from 'react-router'

import { KeyRefused } from '#page/key-refused.tsx'
import { cx } from '#ui/cx.ts'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { PanelBoundary } from '#ui/panel.tsx'

import { Alerts } from './alerts.tsx'
import { Budget } from './budget.tsx'
import { ApiKeys } from './keys/api-keys.tsx'
import { Look } from './look.tsx'
import { Rates } from './rates/rates.tsx'
import { Remembered } from './remembered.tsx'

interface Section {
  /** The anchor in the address. */
  id: string
  title: string
  Panel: ComponentType
}

/** The sections in their order, in the two columns they stand in. */
const columns: readonly (readonly Section[])[] = [
  [
    { id: 'keys', title: 'API keys', Panel: ApiKeys },
    { id: 'appearance', title: 'Look', Panel: Look },
    { id: 'alerts', title: 'Alerts', Panel: Alerts },
  ],
  [
    { id: 'rates', title: 'Rates', Panel: Rates },
    { id: 'budget', title: 'Budget', Panel: Budget },
    { id: 'memory', title: 'This browser', Panel: Remembered },
  ],
]

/** The keys, how the app looks and behaves here, and what it remembers. All of it is of this browser only. */
const SettingsPage = () => {
  const { hash } = useLocation()
  useTitle('Settings')

  useEffect(() => {
    if (hash !== '') document.querySelector(`#${CSS.escape(hash.slice(1))}`)?.scrollIntoView()
  }, [hash])

  return (
    <>
      <PageHeader
        title="Settings"
        actions={<p className="text-secondary text-ink-muted">In this browser only</p>}
      />
      <KeyRefused />
      <div className="mt-2.5 grid gap-7 lg:grid-cols-[10.5rem_minmax(0,1fr)]">
        <nav aria-label="Settings" className="sticky top-4 self-start max-lg:hidden">
          <ul className="grid gap-0.5">
            {columns.flat().map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  aria-current={hash === `#${id}` ? 'location' : undefined}
                  className="flex h-7.5 items-center rounded-control px-2.5 text-secondary font-medium text-ink-muted hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 items-start gap-4 min-[56rem]:grid-cols-2">
          {columns.map((sections) => (
            <div key={sections[0]?.id} className="grid min-w-0 gap-4">
              {sections.map(({ id, title, Panel }) => (
                <div
                  key={id}
                  id={id}
                  className={cx(
                    'min-w-0 scroll-mt-6 [&>section>header]:flex-nowrap [&>section>header>div]:shrink-0',
                    hash === `#${id}` && '[&>section]:border-accent',
                  )}
                >
                  <PanelBoundary title={title}>
                    <Panel />
                  </PanelBoundary>
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  )
}
export default SettingsPage
