import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'

import { useNextTryText } from '#features/actions/use-keep-trying.ts'
import { formatCount } from '#lib/format.ts'
import { acceptedText, confirmedText } from '#model/instance/operation-text.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { paths } from '#model/paths.ts'
import { failureText } from '#operations/failure-text.ts'
import { keepTryingOf, type Trying } from '#operations/keep-trying.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { alertSettings } from '#storage/preferences.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { focusPage } from '#ui/front-layer.ts'
import { notify, notifyPermission } from '#ui/notification.ts'

/** "Creating patient-one". */
const subjectOf = ({ request: { action, name } }: Trying): string => `${operationInfo(action).doing} ${name}`

const Line = ({ trying, onStop }: { trying: Trying; onStop: () => void }) => {
  const nextTry = useNextTryText(trying.nextAt)
  const subject = subjectOf(trying)
  return (
    <li className="pointer-events-auto flex animate-rise items-start gap-2.5 rounded-panel py-2.5 pr-2 pl-3 overlay">
      <RefreshCw aria-hidden size={16} className="mt-[5px] shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1 py-[3px]">
        <p className="font-medium wrap-anywhere">{subject}: no room yet</p>
        <p className="text-secondary text-ink-muted">
          <span>{nextTry}</span>
          {trying.tries > 0 && <span> · tried {formatCount(trying.tries)}×</span>}
          <span> · only while this tab is open</span>
        </p>
      </div>
      <Button size="sm" aria-label={`Stop trying: ${subject}`} onClick={onStop}>
        Stop trying
      </Button>
    </li>
  )
}

/** What the tries came to, for the system's notifications; null where nobody asked for them. */
const noticeOf = (operation: Operation): { title: string; body: string } | null => {
  const { isOn, kinds } = alertSettings.read()
  const isDone = wasAccepted(operation)
  if (!isOn || notifyPermission() !== 'granted' || !kinds.includes(isDone ? 'ready' : 'failed')) return null
  const { request } = operation
  if (isDone)
    return { title: acceptedText(request)?.title ?? confirmedText(request), body: 'There was room for it.' }
  const failure = failureText(operation)
  return failure === null ? null : { title: failure.title, body: failure.detail }
}

/** Tells the page how tall the lines are: they stay for as long as it takes, and at the top of a phone would lie over its head. */
const reserveRoom = (list: HTMLElement | null) => {
  const watcher = new ResizeObserver(() =>
    document.body.style.setProperty('--kept-room', `${(list?.offsetHeight ?? 0) + 12}px`),
  )
  if (list !== null) watcher.observe(list)
  return () => {
    watcher.disconnect()
    document.body.style.removeProperty('--kept-room')
  }
}

/** What is kept trying and is not shown where it was begun: how it stands, and the way to end it. */
export const KeptTrying = () => {
  const keepTrying = keepTryingOf(useOperations())
  const navigate = useNavigate()
  const all = useSyncExternalStore(keepTrying.subscribe, keepTrying.all)
  const shownIds = useSyncExternalStore(keepTrying.subscribe, keepTrying.shownIds)
  const lines = all.filter(({ id }) => !shownIds.includes(id))
  const newest = lines.at(-1)?.id ?? null

  const tellOf = useEffectEvent((id: number) => {
    const trying = keepTrying.get(id)
    if (trying !== undefined && !keepTrying.shownIds().includes(id))
      announce(`${subjectOf(trying)} is tried again until there is room, while this tab is open.`)
  })
  useEffect(() => {
    if (newest !== null) tellOf(newest)
  }, [newest])

  const onEnd = useEffectEvent((operation: Operation) => {
    const notice = document.visibilityState === 'hidden' ? noticeOf(operation) : null
    if (notice === null) return
    const { action, name } = operation.request
    notify({
      ...notice,
      tag: `tried ${action} ${name}`,
      onOpen: () =>
        void navigate(wasAccepted(operation) ? paths.instance(operation.request) : paths.instances()),
    })
  })
  useEffect(() => keepTrying.ends.listen((operation) => onEnd(operation)), [keepTrying])

  const isCreate = all.some(({ request }) => request.action === 'create')
  useEffect(() => {
    if (!isCreate) return undefined
    // What it would be made with, secrets among it, is in this page alone.
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('beforeunload', onLeave)
    }
  }, [isCreate])

  if (lines.length === 0) return null
  return (
    // In a window too low for both, a dialog goes first.
    <ul
      ref={reserveRoom}
      aria-label="Kept trying"
      className="mb-2 grid gap-2 low:in-[:root:has(dialog:modal)]:hidden"
    >
      {lines.map((trying) => (
        <Line
          key={trying.id}
          trying={trying}
          onStop={() => {
            keepTrying.cancel(trying.id)
            focusPage()
            announce(`${subjectOf(trying)} is not tried any more.`)
          }}
        />
      ))}
    </ul>
  )
}
