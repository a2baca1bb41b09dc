import { useEffect, useRef } from 'react'

import { Announcer } from '#ui/announcer.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Toaster } from '#ui/toaster.tsx'

import { Actions } from './actions.tsx'
import { Charts } from './charts.tsx'
import { Feedback } from './feedback.tsx'
import { Fields } from './fields.tsx'
import { Foundations } from './foundations.tsx'
import { Overlays } from './overlays.tsx'
import { Structure } from './structure.tsx'
import { Tables } from './tables.tsx'

const parts = [
  { id: 'foundations', name: 'Foundations', Part: Foundations },
  { id: 'actions', name: 'Actions', Part: Actions },
  { id: 'fields', name: 'Fields', Part: Fields },
  { id: 'structure', name: 'Structure', Part: Structure },
  { id: 'tables', name: 'Tables', Part: Tables },
  { id: 'charts', name: 'Charts', Part: Charts },
  { id: 'feedback', name: 'Feedback', Part: Feedback },
  { id: 'overlays', name: 'Overlays', Part: Overlays },
]

/** Every component in every state, for people and for screenshots. `?part=<id>` shows one part, `?theme=light|dark` sets the theme. */
const DesignPage = () => {
  const search = new URLSearchParams(globalThis.location.search)
  const only = search.get('part')
  const theme = useRef(search.get('theme'))

  useEffect(() => {
    document.title = 'Design · Hatteras'
    if (theme.current === 'light' || theme.current === 'dark') {
      document.documentElement.dataset['theme'] = theme.current
    }
  }, [])

  return (
    <main className="mx-auto max-w-[1160px] px-6 pt-6 pb-24 max-sm:px-4">
      <PageHeader title="Design" crumb="Hatteras" />
      <nav aria-label="Parts" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-secondary">
        {parts.map(({ id, name }) => (
          <a key={id} href={`?part=${id}`} className="text-accent hover:underline">
            {name}
          </a>
        ))}
        <a href="?" className="text-accent hover:underline">
          All
        </a>
      </nav>
      {parts
        .filter(({ id }) => only === null || only === '' || id === only)
        .map(({ id, name, Part }) => (
          <section key={id} aria-label={name} className="mt-10">
            <h2 className="mb-5 border-b border-line pb-2 text-lead font-semibold">{name}</h2>
            <div className="grid gap-8">
              <Part />
            </div>
          </section>
        ))}
      <Announcer />
      <Toaster />
    </main>
  )
}

export default DesignPage
