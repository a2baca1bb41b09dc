import { Fragment, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { watchOnline } from '#api/online.ts'
import type { Instance } from '#contract/instance.ts'
import Reporter from '#features/actions/reporter.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { Connection } from '#session/connections.ts'
import { lookedAt, offerKey } from '#session/key-handover.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { unfinishedImport } from '#session/unfinished-import.ts'
import { alertSettings } from '#storage/preferences.ts'
import { useStored } from '#storage/stored-value.ts'
import { Button } from '#ui/button.tsx'
import { isMissingChunk, notices, type PartNoticeProps } from '#ui/error-boundary.tsx'
import { notifyPermission } from '#ui/notification.ts'
import { Toaster } from '#ui/toaster.tsx'
import { keepTranslatedText } from '#ui/translated-text.ts'

import Alerts from './alerts.ts'
import { KeptTrying } from './kept-trying.tsx'
import Memory, { RecordCosts } from './memory.ts'
import OtherTabs from './other-tabs.ts'
import SharedReadings from './shared-readings.ts'
import StopLater from './stop-later.ts'
import UsageReader from './usage-reader.ts'

/** Somebody comes back to this tab, or to its window. */
const looks = ['visibilitychange', 'focus'] as const

/** Keys that lead to the notice and do not begin anything else. */
const passing: ReadonlySet<string> = new Set(['Tab', 'Shift'])

/**
 * What stands in place of a dialog, menu or popover that could not be shown. Whoever asked for it still counts it as open, so a
 * press elsewhere gives it up first: the same button then asks anew. Where it is wanted all the same, it is tried again.
 */
export const PartNotice = ({ error, retry, onClose }: PartNoticeProps) => {
  const box = useRef<HTMLDivElement>(null)
  const giveUp = useEffectEvent(() => onClose?.())
  const again = useEffectEvent(retry)

  useLayoutEffect(() => {
    box.current?.showPopover()
  }, [])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const onPress = (event: Event) => {
      const isInside = event.target instanceof Node && box.current?.contains(event.target) === true
      const key = event instanceof KeyboardEvent ? event.key : ''
      if (passing.has(key) || (isInside && key !== 'Escape')) return
      giveUp()
      clearTimeout(timer)
      timer = setTimeout(again)
    }
    const kinds = ['pointerdown', 'keydown', 'click'] as const
    for (const kind of kinds) document.addEventListener(kind, onPress, true)
    return () => {
      clearTimeout(timer)
      for (const kind of kinds) document.removeEventListener(kind, onPress, true)
    }
  }, [])

  const isMissing = isMissingChunk(error)
  return (
    <div
      ref={box}
      popover="manual"
      role="alert"
      className="fixed inset-x-0 top-4 bottom-auto m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel p-3 text-left text-body font-normal whitespace-normal overlay"
    >
      <p className="font-medium">
        {isMissing ? 'That could not be opened.' : 'This part could not be shown.'}
      </p>
      <p className="mt-0.5 text-secondary text-ink-muted">
        {isMissing
          ? 'Hatteras was probably updated since you opened it, or the connection dropped.'
          : 'Something in Hatteras itself failed. Your instances are not touched.'}
      </p>
      <div className="mt-2 flex gap-2">
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
        <Button size="sm" variant="ghost" onClick={() => globalThis.location.reload()}>
          Reload
        </Button>
      </div>
    </div>
  )
}

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

/** When everything else has settled; in milliseconds after the first rows. */
const atRest = 3000

/**
 * What has to open though the connection is gone, or a new version has taken the files away: the question for another key, and what
 * acts on instances.
 */
const loadAhead = () => {
  const files = [
    import('../reauth-dialog.tsx'),
    import('#features/actions/stop-dialog.tsx'),
    import('#features/actions/delete-dialog.tsx'),
    import('#features/actions/rename-dialog.tsx'),
    import('#features/actions/resize-dialog.tsx'),
    import('#features/actions/bulk-dialog.tsx'),
    import('#features/actions/no-capacity-dialog.tsx'),
    import('#features/actions/action-dialogs.tsx'),
    import('#features/fleet/bulk-bar.tsx'),
    import('#features/fleet/row-menu.tsx'),
  ]
  for (const file of files) file.catch(() => undefined)
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
  const session = useSessionStore()
  const { connection } = useSession()
  const alertsAreOn = useStored(alertSettings).isOn && notifyPermission() === 'granted'
  const resume = useEffectEvent(() => resumeImport(connection))
  useEffect(() => resume(), [])
  useEffect(() => offerKey(session), [session])
  useEffect(() => {
    const onLook = () => {
      if (document.visibilityState === 'visible') lookedAt(session)
    }
    for (const event of looks) globalThis.addEventListener(event, onLook)
    return () => {
      for (const event of looks) globalThis.removeEventListener(event, onLook)
    }
  }, [session])
  useEffect(() => keepTranslatedText(document.body), [])
  useEffect(watchOnline, [])
  useEffect(() => {
    const timers = [setTimeout(loadPalette, afterRows), setTimeout(loadAhead, atRest)]
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return (
    <>
      <Toaster>
        <KeptTrying />
      </Toaster>
      <Reporter />
      {/* Anew with a key that is entered anew: the account may have been forgotten in between, while this page was away. */}
      <Fragment key={connection?.since}>
        <Memory />
        <RecordCosts />
        <OtherTabs />
      </Fragment>
      <SharedReadings />
      <StopLater />
      <UsageReader />
      {alertsAreOn && <Alerts />}
    </>
  )
}
export default AfterRows
