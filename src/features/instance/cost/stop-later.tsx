import Timer from 'lucide-react/icons/timer'
import { type FormEvent, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import { formatClock, formatDateTime, formatDuration, formatStopwatch } from '#lib/format.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { nextClock, stopAfterHours, type StopTimer } from '#model/instance/stop-timer.ts'
import { saveStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { stopTimers } from '#storage/instances.ts'
import { useStored } from '#storage/stored-value.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { TextInput } from '#ui/text-input.tsx'

const useStopTimer = (uuid: string) => {
  const { connectionId } = useApi()
  const stored = stopTimers.of(connectionId)
  const timers = useStored(stored)
  const others = timers.filter((timer) => timer.uuid !== uuid)
  return {
    timer: timers.find((timer) => timer.uuid === uuid) ?? null,
    set: (timer: StopTimer) => saveStored(stored, [...others, timer]),
    cancel: () => saveStored(stored, others),
  }
}

interface ChoicesProps {
  instance: Instance
  onChoose: (timer: StopTimer) => void
}

/** When it is to stop: in some hours, at a time of day, or once it idles. */
const Choices = ({ instance, onChoose }: ChoicesProps) => {
  const { uuid } = instance
  const { now } = useApi()
  const [typed, setTyped] = useState('18:00')
  const [isTried, setTried] = useState(false)
  const choose = (at: number) => onChoose({ uuid, setAt: now(), kind: 'at', at })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const at = nextClock(typed, now())
    setTried(true)
    if (at !== null) choose(at)
  }
  return (
    <div className="grid w-60 gap-2 p-1">
      <div className="grid grid-cols-4 gap-1.5" role="group" aria-label="In some hours">
        {stopAfterHours.map((hours) => (
          <Button key={hours} size="sm" onClick={() => choose(now() + hours * HOUR)}>
            in {hours} h
          </Button>
        ))}
      </div>
      <form noValidate onSubmit={submit} className="flex items-start gap-1.5">
        <Field
          label="At"
          hideLabel
          error={isTried && nextClock(typed, now()) === null ? 'A time, such as 18:00' : null}
          className="flex-1"
        >
          <TextInput
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit">Stop at</Button>
      </form>
      {checkAction('stats', instance).allowed && (
        <Button size="sm" onClick={() => onChoose({ uuid, setAt: now(), kind: 'idle' })}>
          when idle for 30 min
        </Button>
      )}
      <p className="text-small text-ink-muted">Only while a tab shows this account.</p>
    </div>
  )
}

const Countdown = ({ timer }: { timer: StopTimer }) => {
  const now = useNow(SECOND)
  if (timer.kind === 'idle') return <>Stops when idle for 30 min</>
  const left = Math.max(0, timer.at - now)
  if (left === 0) return <>Stop due since {formatClock(timer.at)}</>
  return (
    <>
      Stops at {formatClock(timer.at)}, in{' '}
      <span role="timer" aria-label="Until it stops">
        {left < HOUR ? formatStopwatch(left) : formatDuration(Math.round(left / MINUTE) * MINUTE)}
      </span>
    </>
  )
}

/** Puts a stop off, counts down to it, and takes it back. Its line keeps its place. */
export const StopLater = ({ instance }: { instance: Instance }) => {
  const { timer: known, set, cancel } = useStopTimer(instance.uuid)
  const missed = known?.kind === 'at' && known.isMissed === true ? known : null
  const timer = missed === null ? known : null
  const disabledReason = useDisabledReasons(instance)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [wasCancelled, setCancelled] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasCancelled && known === null) opener.current?.focus()
  }, [known, wasCancelled])
  const choose = (chosen: StopTimer) => {
    setAnchor(null)
    setCancelled(false)
    set(chosen)
    announce(`${instance.name} is to stop later, while a tab shows this account.`)
  }
  const takeBack = () => {
    setCancelled(true)
    cancel()
  }
  return (
    <div className="mt-2 flex min-h-8 flex-wrap items-center gap-2 text-secondary">
      {missed !== null && (
        <p className="flex w-full items-center gap-2">
          <span className="min-w-0 flex-1 text-bad-ink">Was not stopped at {formatDateTime(missed.at)}</span>
          <Button size="sm" aria-label="Dismiss that it was not stopped" onClick={takeBack}>
            Dismiss
          </Button>
        </p>
      )}
      {timer === null ? (
        <Button
          ref={opener}
          size="sm"
          variant="ghost"
          className="-ml-2"
          icon={<Timer aria-hidden size={14} />}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          disabledReason={disabledReason('stop')}
          onClick={({ currentTarget }) => setAnchor(anchor === null ? currentTarget : null)}
        >
          Stop later
        </Button>
      ) : (
        <>
          <Timer aria-hidden size={14} className="shrink-0 text-lamp-ink" />
          <span className="min-w-0 flex-1 text-lamp-ink">
            <Countdown timer={timer} />
            {disabledReason('stop') !== undefined && (
              <span className="block text-small">{disabledReason('stop')}</span>
            )}
          </span>
          <Button size="sm" aria-label="Cancel the stop" onClick={takeBack}>
            Cancel
          </Button>
        </>
      )}
      <AnchoredPopover anchor={anchor} onClose={() => setAnchor(null)} label="Stop later">
        <Choices instance={instance} onChoose={choose} />
      </AnchoredPopover>
    </div>
  )
}
