import Info from 'lucide-react/icons/info'
import { useId, useState } from 'react'

import { MINUTE } from '#lib/time.ts'
import { useNow } from '#page/use-now.ts'
import { AnchoredPopover } from '#ui/popover.tsx'

import type { Estimate } from '../use-prices.ts'
import { rateLabel, rateNotes } from './rate-notes.ts'

/** Where the rates of the price come from, in a few words, and in whole sentences behind them. The service has no price list. */
export const RateInfo = ({ running, rates, isWaiting }: Estimate) => {
  const now = useNow(MINUTE)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  const notes = rateNotes(running.lines, rates, now)
  const label = isWaiting ? '\u00a0' : rateLabel(running.lines, rates, now)
  return (
    <>
      <button
        type="button"
        aria-label={`${label}: where they come from`}
        aria-haspopup="dialog"
        aria-describedby={id}
        aria-expanded={anchor !== null}
        className="inline-flex max-w-full items-center gap-1.5 rounded-sm text-small text-ink-muted hover:text-ink"
        onClick={({ currentTarget }) => setAnchor(anchor === null ? currentTarget : null)}
      >
        <span className="truncate">{label}</span>
        <Info aria-hidden size={13} className="shrink-0" />
      </button>
      <span id={id} hidden>
        {notes.map(({ before, name, after }) => `${before}${name ?? ''}${after}`).join(' ')}
      </span>
      <AnchoredPopover
        anchor={anchor}
        onClose={() => setAnchor(null)}
        label="Where the rates come from"
        align="end"
      >
        <div className="grid max-w-72 gap-1.5 p-1 text-secondary">
          {notes.map(({ key, before, name, after }) => (
            <p key={key}>
              {before}
              {name !== null && <strong className="wrap-anywhere">{name}</strong>}
              {after}
            </p>
          ))}
        </div>
      </AnchoredPopover>
    </>
  )
}
