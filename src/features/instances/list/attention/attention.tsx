import { useCallback, useEffect, useId, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatCount, formatMonthly } from '#lib/format.ts'
import { sum } from '#lib/money.ts'
import { SECOND } from '#lib/time.ts'
import { attentionRoom } from '#storage/attention-room.ts'
import type { Finding } from '#model/findings.ts'
import { stateInfo } from '#model/states.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { showToast } from '#ui/toast-store.ts'

import { FindingRow } from './finding-row.tsx'
import { firstFindings, frame } from './frame.ts'
import { useFindings } from './use-findings.ts'
import { useHeld } from './use-held.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRoom } from './use-room.ts'

/** What is learned within this time of the first look is part of it. */
const settled = 3 * SECOND

/** Remembers how much room it will take next time. */
const useRememberedRoom = (instances: readonly Instance[], findings: number) => {
  const { connectionId } = useApi()
  const errors = instances.filter(({ state }) => stateInfo(state).kind === 'error').length
  const remember = useCallback(
    (count: number) => {
      attentionRoom.of(connectionId).write({ findings: Math.min(firstFindings, count), errors })
    },
    [connectionId, errors],
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      remember(findings)
    }, settled)
    return () => {
      clearTimeout(timer)
    }
  }, [findings, remember])
  return remember
}

interface AttentionProps {
  instances: readonly Instance[]
  /** The room that was kept for it, in findings. */
  firstRows: number
}

/** What asks for a person's eye, by what is at stake in a month, each with the one act that answers it. */
const Attention = ({ instances, firstRows }: AttentionProps) => {
  const id = useId()
  const region = useRef<HTMLElement>(null)
  const focusHandlers = useKeptFocus(region)
  const [isWhole, setWhole] = useState(false)
  const { findings, dismiss, restore } = useFindings(instances)
  const { shown, drop, release, handlers } = useHeld(findings)
  const wanted = (count: number, whole = isWhole) => (whole ? count : Math.min(firstFindings, count))
  const { rows, setRows } = useRoom(firstRows, wanted(findings.length))
  const remember = useRememberedRoom(instances, findings.length)

  const isThere = (finding: Finding) =>
    finding.uuid === null || instances.some(({ uuid }) => uuid === finding.uuid)
  const present = shown.filter(isThere)
  const visible = present.slice(0, rows)
  const more = present.length - visible.length
  // On a phone only the first is there.
  const moreOnPhone = isWhole ? more : present.length - 1
  const stake = sum(present.filter(({ uuid }) => uuid !== null).map(({ monthly }) => monthly))

  const onDismiss = (finding: Finding) => {
    const isStored = dismiss(finding)
    drop(finding)
    setRows(wanted(present.length - 1))
    remember(present.length - 1)
    showToast({
      title: isStored ? 'Dismissed.' : 'Dismissed until you close this page: the browser did not keep it.',
      detail: finding.title,
      action: {
        label: 'Undo',
        onAct: () => {
          restore(finding)
          release()
          setRows(wanted(present.length))
        },
      },
    })
  }
  const turn = (whole: boolean) => {
    setWhole(whole)
    setRows(wanted(present.length, whole))
  }

  if (rows === 0) return null
  return (
    <section
      ref={region}
      aria-labelledby={id}
      tabIndex={-1}
      {...handlers}
      {...focusHandlers}
      className={cx(frame.box, 'outline-none')}
    >
      <header className={frame.head}>
        <h2 id={id} className="font-semibold">
          Attention
        </h2>
        <p className="min-w-0 truncate text-secondary text-ink-muted">
          {present.length === 0 ? 'Nothing needs it any more.' : formatCount(present.length)}
          {stake > 0n && ` · ${formatMonthly(stake)} / month at stake`}
        </p>
        {(isWhole || moreOnPhone > 0) && (
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={isWhole}
            className={cx('ml-auto', !isWhole && more === 0 && 'md:hidden')}
            onClick={() => turn(!isWhole || more > 0)}
          >
            {isWhole && more === 0 ? (
              'Show fewer'
            ) : (
              <>
                <span className="max-md:hidden">{formatCount(more)} more</span>
                <span className="md:hidden">{formatCount(moreOnPhone)} more</span>
              </>
            )}
          </Button>
        )}
      </header>
      <ul>
        {visible.map((finding) => (
          <FindingRow
            key={finding.key}
            finding={finding}
            instance={instances.find(({ uuid }) => uuid === finding.uuid) ?? null}
            isWhole={isWhole}

            onDismiss={onDismiss}
          />
        ))}
        {!isWhole &&
          Array.from({ length: rows - visible.length }, (_, row) => (
            <li key={row} aria-hidden className={cx(frame.row, frame.later)} />
          ))}
      </ul>
    </section>
  )
}
export default Attention
