import Info from 'lucide-react/icons/info'
import { type ReactNode, type Ref, useId, useState } from 'react'

import { formatCount, formatGib } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import type { CostLine, CostPart } from '#model/pricing/cost.ts'
import {
  dailyText,
  hourlyFigure,
  hourlyText,
  monthlyFigure,
  partWord,
  rateText,
} from '#model/pricing/price-text.ts'
import { PartSwatch } from '#page/cost-bar.tsx'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/loading.tsx'
import { Note } from '#ui/note.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

import type { Distro } from '../create-request.ts'
import type { Estimate } from '../prices.tsx'
import { MonthOfUse, PriceBars } from './price-bars.tsx'
import { rateLabel, rateNotes } from './rate-notes.ts'
import { SummaryTools } from './summary-tools.tsx'

const quantityText = ({ part, quantity }: CostLine): string => {
  if (quantity === null) return partWord(part)
  switch (part) {
    case 'ram':
    case 'storage':
      return `${formatGib(quantity)} ${partWord(part)}`
    default:
      return `${formatCount(quantity)} ${partWord(part)}`
  }
}

interface PriceLinesProps {
  lines: readonly CostLine[]
  /** What stands in place of an amount where there is no quantity to price. */
  missing: Partial<Record<CostPart, string>>
}

/** How an hourly price comes about: what, at which rate, and what that makes. */
const PriceLines = ({ lines, missing }: PriceLinesProps) => (
  <dl className="grid gap-1 text-secondary">
    {lines.map((line) => (
      <div key={line.part} className="flex items-baseline justify-between gap-3">
        <dt className="min-w-0">
          <PartSwatch part={line.part} /> {quantityText(line)}
          {line.rate !== null && <span className="text-ink-muted"> × {rateText(line.rate)}</span>}
        </dt>
        <dd className={line.amount === null ? 'text-right text-ink-muted' : undefined}>
          {line.amount === null
            ? (missing[line.part] ?? 'unknown')
            : hourlyText({ known: line.amount, unknown: [] })}
        </dd>
      </div>
    ))}
  </dl>
)

/** Where the rates of the price come from, in a few words, and in whole sentences behind them. The service has no price list. */
const RateInfo = ({ running, rates, isWaiting }: Estimate) => {
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

/** The price per hour as the one big figure, with what it makes in a month. */
const PriceHeadline = ({ running, isWaiting }: Estimate) => {
  if (isWaiting)
    return (
      <div className="grid content-center gap-1.5 py-0.5 lg:h-8 lg:py-0">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-3.5 w-32 lg:hidden" />
      </div>
    )
  const { prefix, figure } = hourlyFigure(running)
  return (
    <p className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3">
      <span className="whitespace-nowrap">
        {prefix !== '' && <span className="text-secondary text-ink-muted">{prefix} </span>}
        <span className="text-title font-semibold lg:text-figure">{figure}</span>{' '}
        <span className="text-ink-muted">/&nbsp;h</span>
      </span>{' '}
      <Tooltip text={`${dailyText(running)} / day`} className="text-ink-muted max-lg:text-secondary">
        {monthlyFigure(running)} / month
      </Tooltip>
    </p>
  )
}

interface SummaryProps {
  estimate: Estimate
  spareName: string
  distro: Distro | null
  isSending: boolean
  /** Another act is the one that answers what happened, so creating is not the first choice. */
  isResting: boolean
  createButton: Ref<HTMLButtonElement>
  onCreate: () => void
  onPlainGenomics: () => void
  /** What came of the last try, where it was not success. */
  outcome: ReactNode
}

/** What is about to be started and what it costs, always in sight: beside the form, or as a sheet at the bottom of a small screen. */
export const Summary = ({
  estimate,
  spareName,
  distro,
  isSending,
  isResting,
  createButton,
  onCreate,
  onPlainGenomics,
  outcome,
}: SummaryProps) => {
  const { form, running, stopped, missing } = estimate
  const { surcharge } = flavorInfo(form.resource_type === 'vm' ? 'base' : form.flavor)

  return (
    <Sheet
      title="Summary"
      aside={<RateInfo {...estimate} />}
      className="max-md:-mb-10 md:max-lg:-mb-12"
      expandLabel="Price details"
      headline={<PriceHeadline {...estimate} />}
      notice={outcome}
      action={
        <Button
          ref={createButton}
          variant={isResting ? 'default' : 'primary'}
          size="lg"
          pending={isSending}
          onClick={onCreate}
        >
          Create instance
        </Button>
      }
      footer={<SummaryTools form={form} spareName={spareName} distro={distro} />}
    >
      <PriceBars running={running} stopped={stopped} />
      <PriceLines lines={running.lines} missing={missing} />
      {surcharge !== null && (
        <Note>
          <p>{surcharge}</p>
          <Button size="sm" className="mt-2" onClick={onPlainGenomics}>
            Choose Genomics, plain
          </Button>
        </Note>
      )}
      <MonthOfUse running={running} stopped={stopped} />
      <div className="lg:hidden">
        <RateInfo {...estimate} />
      </div>
    </Sheet>
  )
}
