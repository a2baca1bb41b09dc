import type { ReactNode, Ref } from 'react'

import { flavorInfo } from '#model/instance/flavors.ts'
import { dailyText, hourlyFigure, monthlyFigure } from '#model/pricing/price-text.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Skeleton } from '#ui/loading.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

import type { Distro } from '../create-request.ts'
import type { Estimate } from '../use-prices.ts'
import { MonthOfUse, PriceBars } from './price-bars.tsx'
import { PriceLines } from './price-lines.tsx'
import { RateInfo } from './rate-info.tsx'
import { SummaryTools } from './summary-tools.tsx'

/** The price per hour as the one big figure, with what it makes in a month. */
const PriceHeadline = ({ running, isWaiting }: Estimate) => {
  if (isWaiting)
    return (
      <div className="grid gap-1.5 py-0.5 lg:py-0">
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
