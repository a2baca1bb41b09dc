import { useEffect, useEffectEvent } from 'react'

import type { Instance } from '#contract/instance.ts'
import Reporter from '#features/actions/reporter.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { Connection } from '#session/connections.ts'
import { useSession } from '#session/session-context.ts'
import { unfinishedImport } from '#session/unfinished-import.ts'
import { notices } from '#ui/error-boundary.tsx'
import { Toaster } from '#ui/toaster.tsx'

import RecordCosts from './record-costs.ts'
import Memory from './memory.ts'
import { PartNotice } from './part-notice.tsx'
import StopLater from './stop-later.ts'
import UsageReader from './usage-reader.ts'

/** `failed` when something needs a person, `busy` while something is under way. */
type FaviconKind = 'plain' | 'failed' | 'busy'

const files: Record<FaviconKind, string> = {
  plain: '/favicon.svg',
  failed: '/favicon-failed.svg',
  busy: '/favicon-busy.svg',
}

/** Makes the tab's icon tell how things stand, for tabs too narrow for a title. */
const setFavicon = (kind: FaviconKind): void => {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (link !== null && link.getAttribute('href') !== files[kind]) link.href = files[kind]
}

const iconFor = (instances: readonly Instance[]): FaviconKind => {
  const kinds = new Set(instances.map(({ state }) => stateInfo(state).kind))
  return kinds.has('error') ? 'failed' : kinds.has('transition') ? 'busy' : 'plain'
}

/** Lets the tab's icon tell when something failed or is under way. */
const useTabIcon = (instances: readonly Instance[] | undefined): void => {
  const kind = iconFor(instances ?? [])
  useEffect(() => {
    setFavicon(kind)
    return () => {
      setFavicon('plain')
    }
  }, [kind])
}

notices.Part = PartNotice

/** Whoever presses ⌘K types on at once, so the palette is there before; in milliseconds after the first rows. */
const afterRows = 500

/** Apart from the component, since the compiler knows no `import()`. */
const loadPalette = () => {
  import('./palette.tsx').catch(() => undefined)
}

/** Goes on with an import that the page was left in the middle of. */
const resumeImport = (connection: Connection | null) => {
  const { store, key } = unfinishedImport
  if (connection === null || store.getItem(key) !== connection.id) return
  import('#features/sign-in/import-past.ts').then(
    ({ importPast }) => importPast(connection),
    () => undefined,
  )
}

/** What every signed-in page has beside what is seen of it. One file, since many small ones take longer (see `first-load.ts`). */
const AfterRows = ({ instances }: { instances: readonly Instance[] | undefined }) => {
  useTabIcon(instances)
  const { connection } = useSession()
  const resume = useEffectEvent(() => resumeImport(connection))
  useEffect(() => resume(), [])
  useEffect(() => {
    const timer = setTimeout(loadPalette, afterRows)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <>
      <Toaster />
      <Reporter />
      <Memory />
      <RecordCosts />
      <StopLater />
      <UsageReader />
    </>
  )
}
export default AfterRows
