import { type ComponentType, useEffect } from 'react'
import { useLocation } from 'react-router'

import { PageHeader } from '#ui/page-header.tsx'
import { PanelBoundary } from '#ui/panel-boundary.tsx'
import { useTitle } from '#ui/use-title.ts'

import { Alerts } from './alerts.tsx'
import { Appearance } from './appearance.tsx'
import { Budget } from './budget.tsx'
import { ApiKeys } from './keys/api-keys.tsx'
import { Polling } from './polling.tsx'
import { Rates } from './rates/rates.tsx'
import { Remembered } from './remembered.tsx'

/** The sections in their order; the id is the anchor in the address. */
const sections: readonly { id: string; title: string; Section: ComponentType }[] = [
  { id: 'keys', title: 'API keys', Section: ApiKeys },
  { id: 'appearance', title: 'Appearance', Section: Appearance },
  { id: 'polling', title: 'Polling', Section: Polling },
  { id: 'alerts', title: 'Alerts', Section: Alerts },
  { id: 'rates', title: 'Rates', Section: Rates },
  { id: 'budget', title: 'Budget', Section: Budget },
  { id: 'memory', title: 'What this browser remembers', Section: Remembered },
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
      <PageHeader title="Settings" />
      <p className="mt-0.5 text-secondary text-ink-muted">What is set here holds for this browser only.</p>
      <div className="mt-5 grid gap-x-10 lg:grid-cols-[176px_minmax(0,720px)]">
        <nav aria-label="Settings" className="sticky top-6 self-start max-lg:hidden">
          <ul className="grid gap-0.5">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="block rounded-control px-2 py-1.5 text-secondary text-ink-muted hover:bg-sunken hover:text-ink"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-4">
          {sections.map(({ id, title, Section }) => (
            <div key={id} id={id} className="scroll-mt-6">
              <PanelBoundary title={title}>
                <Section />
              </PanelBoundary>
            </div>
          ))}
        </div>
      </div>
    </>
  )
}
export default SettingsPage
