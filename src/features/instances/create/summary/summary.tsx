import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { type ReactNode, type Ref, useId, useState } from 'react'

import { flavorInfo } from '#model/flavors.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Note } from '#ui/note.tsx'

import type { CreateControl } from '../create-control.ts'
import type { Distro } from '../create-request.ts'

import { PriceHeadline } from './price-headline.tsx'
import { PriceLines } from './price-lines.tsx'
import { RateSources } from './rate-sources.tsx'
import { SummaryTools } from './summary-tools.tsx'
import { useEstimate, useFormValues } from './use-estimate.ts'

interface SummaryProps {
  control: CreateControl
  spareName: string
  distro: Distro | null
  isSending: boolean
  createButton: Ref<HTMLButtonElement>
  onCreate: () => void
  onPlainGenomics: () => void
  /** What came of the last try, where it was not success. */
  outcome: ReactNode
}

const frame =
  'border-line bg-surface max-lg:fixed max-lg:inset-x-0 max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-lg:z-10 max-lg:max-h-[75dvh] max-lg:overflow-y-auto max-lg:border-t max-lg:shadow-overlay md:max-lg:bottom-0 md:max-lg:left-14 lg:sticky lg:top-6 lg:mt-3.5 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:rounded-panel lg:border'

/** What is about to be started and what it costs, always in sight: beside the form, or as a bar at the bottom of a small screen. */
export const Summary = ({
  control,
  spareName,
  distro,
  isSending,
  createButton,
  onCreate,
  onPlainGenomics,
  outcome,
}: SummaryProps) => {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const estimate = useEstimate(control)
  const form = useFormValues(control)
  const { surcharge } = flavorInfo(form.resource_type === 'vm' ? 'base' : form.flavor)
  const small = isOpen ? '' : 'max-lg:hidden'
  const Chevron = isOpen ? ChevronDown : ChevronUp

  return (
    <section aria-labelledby={id} className={frame}>
      <h2 id={id} className="border-b border-line px-4 py-3 font-semibold max-lg:sr-only">
        Summary
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-3 lg:grid-cols-1 lg:gap-y-4 lg:py-4">
        <div className="self-center max-lg:row-start-3">
          <PriceHeadline {...estimate} />
        </div>
        <div className={cx('grid gap-4 max-lg:col-span-2 max-lg:row-start-1 max-lg:mb-3', small)}>
          <PriceLines lines={estimate.running.lines} />
          {surcharge !== null && (
            <Note>
              <p>{surcharge}</p>
              <Button size="sm" className="mt-2" onClick={onPlainGenomics}>
                Choose Genomics, plain
              </Button>
            </Note>
          )}
          <RateSources {...estimate} />
        </div>
        <div className="empty:hidden max-lg:col-span-2 max-lg:row-start-2 max-lg:mb-3">{outcome}</div>
        <div className="flex gap-2 max-lg:col-start-2 max-lg:row-start-3">
          <Button
            square
            size="lg"
            className="lg:hidden"
            aria-label="Price details"
            aria-expanded={isOpen}
            icon={<Chevron aria-hidden size={16} />}
            onClick={() => setOpen(!isOpen)}
          />
          <Button
            ref={createButton}
            variant="primary"
            size="lg"
            className="lg:w-full"
            pending={isSending}
            onClick={onCreate}
          >
            Create instance
          </Button>
        </div>
        <div className={cx('max-lg:col-span-2 max-lg:row-start-4 max-lg:mt-3', small)}>
          <SummaryTools form={form} spareName={spareName} distro={distro} />
        </div>
      </div>
    </section>
  )
}
