import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import { type ReactNode, type Ref, useState } from 'react'

import { ApiCall } from '#features/actions/api-call.tsx'
import { formatCount, formatGib } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { type CreateForm, createFormSchema } from '#model/create/create-form.ts'
import { sharedRecipe } from '#model/create/recipe.ts'
import { apiCall } from '#model/instance/curl.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { paths } from '#model/paths.ts'
import type { CostLine, CostPart } from '#model/pricing/cost.ts'
import { dailyText, hourlyText, monthlyText, partWord, rateText } from '#model/pricing/price-text.ts'
import { apiBase } from '#page/api-base.ts'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Note } from '#ui/note.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import { createRequest, type Distro } from '../create-request.ts'
import type { CreateControl } from '../use-create-form.ts'
import { rateNotes } from './rate-notes.ts'
import { type Estimate, useEstimate, useFormValues } from './use-estimate.ts'

const SaveRecipeDialog = lazyPart(() => import('../recipes/save-recipe-dialog.tsx'))

/** Keeps the form, as it is at the press, under a name. */
const SaveRecipeButton = ({ search }: { search: () => string }) => {
  const [saving, setSaving] = useState<string | null>(null)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-haspopup="dialog"
        icon={<BookmarkPlus aria-hidden size={14} />}
        onClick={() => setSaving(search())}
      >
        Save recipe
      </Button>
      {saving !== null && <SaveRecipeDialog search={saving} onClose={() => setSaving(null)} />}
    </>
  )
}

interface SummaryToolsProps {
  form: CreateForm
  spareName: string
  distro: Distro | null
}

/** The same form as a command, as a recipe, and as a link. */
const SummaryTools = ({ form, spareName, distro }: SummaryToolsProps) => {
  const isSound = createFormSchema.safeParse(form).success
  return (
    <div className="relative min-h-[18px]">
      {isSound ? (
        <ApiCall
          command={apiCall('create', { baseUrl: apiBase(), body: createRequest(form, spareName, distro) })}
        />
      ) : (
        <p className="max-w-36 text-secondary text-ink-muted">
          The API call is shown once every field is in order.
        </p>
      )}
      <div className="absolute top-[-4px] right-[-8px] flex">
        <SaveRecipeButton search={() => sharedRecipe(form)} />
        <CopyButton
          text={() => `${globalThis.location.origin}${paths.create(sharedRecipe(form))}`}
          what="link"
        >
          Copy link
        </CopyButton>
      </div>
    </div>
  )
}

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
  <dl className="grid gap-[11px] text-secondary">
    {lines.map((line) => (
      <div key={line.part} className="flex items-baseline justify-between gap-3">
        <dt className="min-w-0">
          {quantityText(line)}
          {line.rate !== null && <span className="text-ink-muted"> × {rateText(line.rate)}</span>}
        </dt>
        <dd className={line.amount === null ? 'text-right text-ink-muted' : undefined}>
          {(line.amount === null ? missing[line.part] : undefined) ?? rateText(line.amount)}
        </dd>
      </div>
    ))}
  </dl>
)

/** The price per hour as the one big figure; per day and month, and while stopped, below it. */
const PriceHeadline = ({ running, stopped, isWaiting }: Estimate) =>
  isWaiting ? (
    <div className="grid gap-1.5 py-1">
      <Skeleton className="h-7 w-24" />
      <Skeleton className="h-3.5 w-64 max-w-full" />
      <Skeleton className="h-3.5 w-48 max-w-full max-sm:hidden" />
    </div>
  ) : (
    <div className="min-w-0">
      <p>
        <span className="text-title font-semibold lg:text-figure">{hourlyText(running)}</span>{' '}
        <span className="text-ink-muted max-lg:text-secondary">
          / hour<span className="max-sm:sr-only"> while running</span>
        </span>
      </p>
      <p className="text-secondary text-ink-muted lg:mt-0.5">
        <span className="max-sm:sr-only">{dailyText(running)} / day · </span>
        {monthlyText(running)} / month
      </p>
      <p className="text-secondary text-ink-muted max-sm:sr-only">
        Stopped {hourlyText(stopped)} / h · {monthlyText(stopped)} / month
      </p>
    </div>
  )

/** Where the rates of the price come from. The service has no price list, so this is always said. */
const RateSources = ({ running, rates }: Pick<Estimate, 'running' | 'rates'>) => {
  const now = useNow(MINUTE)
  return (
    <Note className="grid gap-1">
      {rateNotes(running.lines, rates, now).map(({ key, before, name, after }) => (
        <p key={key}>
          {before}
          {name !== null && <strong className="wrap-anywhere">{name}</strong>}
          {after}
        </p>
      ))}
    </Note>
  )
}

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
