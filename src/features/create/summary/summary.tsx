import type { ReactNode, Ref } from 'react'

import { flavorInfo } from '#model/instance/flavors.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { Sheet } from '#ui/sheet.tsx'

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

/** What is about to be started and what it costs, always in sight: beside the form, or as a sheet at the bottom of a small screen. */
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
  const estimate = useEstimate(control)
  const form = useFormValues(control)
  const { surcharge } = flavorInfo(form.resource_type === 'vm' ? 'base' : form.flavor)

  return (
    <Sheet
      title="Summary"
      className="max-md:-mb-10 md:max-lg:-mb-12 lg:mt-3.5"
      expandLabel="Price details"
      headline={<PriceHeadline {...estimate} />}
      notice={outcome}
      action={
        <Button ref={createButton} variant="primary" size="lg" pending={isSending} onClick={onCreate}>
          Create instance
        </Button>
      }
      footer={<SummaryTools form={form} spareName={spareName} distro={distro} />}
    >
      <PriceLines lines={estimate.running.lines} missing={estimate.missing} />
      {surcharge !== null && (
        <Note>
          <p>{surcharge}</p>
          <Button size="sm" className="mt-2" onClick={onPlainGenomics}>
            Choose Genomics, plain
          </Button>
        </Note>
      )}
      <RateSources {...estimate} />
    </Sheet>
  )
}
