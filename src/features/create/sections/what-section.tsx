import Container from 'lucide-react/icons/container'
import Server from 'lucide-react/icons/server'
import type { ReactNode } from 'react'

import type { PageFlavor } from '#contract/vocabulary.ts'
import { ZERO } from '#lib/money.ts'
import { environmentPrice } from '#model/create/form-price.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { isFree } from '#model/pricing/cost.ts'
import { hourlyFigure, hourlyText } from '#model/pricing/price-text.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'

import { type Distro, distros } from '../create-request.ts'
import { fieldLabels } from '../fields.tsx'
import { type CardOption, FormSection, RadioCards } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { type Estimate, FigureSpace } from '../prices.tsx'

interface EnvironmentGroup {
  heading: string
  /** In the order of the API page, with what tells each from its neighbour. */
  flavors: readonly (readonly [flavor: PageFlavor, about: string])[]
}

/** The environments as they stand on the page, in groups of two. */
const environmentGroups: readonly EnvironmentGroup[] = [
  {
    heading: 'Plain',
    flavors: [
      ['base', 'Ubuntu 24.04'],
      ['datascience', 'polars, scikit-learn'],
    ],
  },
  {
    heading: 'Notebook',
    flavors: [
      ['marimo', 'In the browser'],
      ['datasciencemarimo', 'In the browser'],
    ],
  },
  {
    heading: 'R',
    flavors: [
      ['rstudioserver', 'Genomics tools'],
      ['rgeospatial', 'sf, terra'],
    ],
  },
  {
    heading: 'Genomics',
    flavors: [
      ['genomics', 'samtools, GATK, STAR'],
      ['plaingenomics', 'No Sentieon'],
    ],
  },
]

const labels: Record<Distro, string> = { ubuntu: 'Ubuntu', debian: 'Debian' }

interface DistributionFieldProps {
  value: Distro
  onValueChange: (distro: Distro) => void
}

/** The system of a virtual machine, for a service that wants to be told (the API page knows Ubuntu only). */
export const DistributionField = ({ value, onValueChange }: DistributionFieldProps) => (
  <Field label="Distribution">
    <Select
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = distros.find((distro) => distro === currentTarget.value)
        if (chosen !== undefined) onValueChange(chosen)
      }}
    >
      {distros.map((distro) => (
        <option key={distro} value={distro}>
          {labels[distro]}
        </option>
      ))}
    </Select>
  </Field>
)

const TypeIcon = ({ children }: { children: ReactNode }) => (
  <span
    aria-hidden
    className="grid size-7 shrink-0 place-items-center rounded-control bg-sunken text-ink-muted in-[[data-theme=dark]]:bg-raised max-[23.5rem]:hidden"
  >
    {children}
  </span>
)

const types: readonly CardOption[] = [
  {
    value: 'container',
    title: 'Container',
    description: <span className="max-sm:hidden">Ready in seconds, takes GPUs</span>,
    icon: (
      <TypeIcon>
        <Container size={16} strokeWidth={1.75} />
      </TypeIcon>
    ),
  },
  {
    value: 'vm',
    title: 'Virtual machine',
    description: <span className="max-sm:hidden">Own IPv4, any port</span>,
    icon: (
      <TypeIcon>
        <Server size={16} strokeWidth={1.75} />
      </TypeIcon>
    ),
  },
]

const NBSP = '\u00a0'

/** "from $0.450 / h + Sentieon" on one line: in a narrow card for the eye only that there is a fee. */
const PriceWords = ({ figure, hasFee }: { figure: string; hasFee: boolean }) => (
  <>
    <span className="whitespace-nowrap">{`from ${figure}${NBSP}/${NBSP}h`}</span>
    {hasFee && (
      <>
        {` +${NBSP}`}
        <span className="@max-[47rem]:sr-only">Sentieon</span>
        <span aria-hidden className="@min-[47rem]:hidden">
          fee
        </span>
      </>
    )}
  </>
)

type Prices = Pick<Estimate, 'ratesOf' | 'isWaiting'>

/** The price of the smallest sensible size of an environment. */
const FromPrice = ({ flavor, ratesOf, isWaiting }: Prices & { flavor: PageFlavor }) => {
  if (isWaiting)
    return (
      <FigureSpace>
        <PriceWords
          figure={hourlyText({ known: ZERO, unknown: [] })}
          hasFee={flavorInfo(flavor).surcharge !== null}
        />
      </FigureSpace>
    )
  const price = environmentPrice(flavor, ratesOf)
  const isUnknown = price.known === ZERO && !isFree(price)
  if (isUnknown || price.unknown.some((part) => part !== 'sentieon'))
    return <span className="text-ink-muted">price not known</span>
  return <PriceWords figure={hourlyFigure(price).figure} hasFee={price.unknown.includes('sentieon')} />
}

/** What a virtual machine cannot have, in one line. It comes back with the container. */
const ContainersOnly = () => (
  <p className="flex flex-wrap items-center gap-x-2.5 text-secondary text-ink-muted">
    {environmentGroups.flatMap(({ flavors }) => flavors).length - 1} environments and GPUs are available to
    containers only.
  </p>
)

interface WhatSectionProps {
  control: CreateControl
  estimate: Estimate
  /** The type or the environment is another one now. */
  onChange: () => void
  /** A field that only some services have. */
  children: ReactNode
}

/** What to start: the type, and the environment that it has. */
export const WhatSection = ({ control, estimate, onChange, children }: WhatSectionProps) => {
  const { form, ratesOf, isWaiting } = estimate
  const prices = { ratesOf, isWaiting }
  const { resource_type: type } = form
  const isVm = type === 'vm'
  const card = (flavor: PageFlavor, about: string): CardOption => ({
    value: flavor,
    title: flavorInfo(flavor).label,
    description: about,
    icon: <EnvironmentIcon environment={{ flavor, resource_type: type }} />,
    price: <FromPrice flavor={flavor} {...prices} />,
  })
  return (
    <FormSection title={null}>
      <RadioCards
        control={control}
        name="resource_type"
        legend={fieldLabels.resource_type}
        hideLegend
        options={types}
        onValueChange={onChange}
        className="grid grid-cols-2 gap-2.5 max-[20rem]:grid-cols-1"
      />
      {isVm ? (
        <RadioCards
          control={control}
          name="flavor"
          legend={fieldLabels.flavor}
          hideLegend
          role="radiogroup"
          options={[card('base', 'Ubuntu 24.04, clean, with SSH')]}
          overruledBy="base"
        />
      ) : (
        <RadioCards
          control={control}
          name="flavor"
          legend={fieldLabels.flavor}
          hideLegend
          role="radiogroup"
          options={environmentGroups.map(({ heading, flavors }) => ({
            heading,
            options: flavors.map(([flavor, about]) => ({
              ...card(flavor, about),
              layout: 'upright' as const,
            })),
          }))}
          groupClass="min-w-0 @2xl:row-span-3 @2xl:grid @2xl:grid-rows-subgrid @2xl:gap-y-2.5 @2xl:*:mb-0"
          cardsClass="grid grid-cols-2 gap-2.5 @2xl:contents"
          onValueChange={onChange}
          className="grid gap-x-2.5 gap-y-3 @2xl:grid-cols-4 @2xl:grid-rows-[auto_1fr_1fr] @2xl:gap-y-2.5"
        />
      )}
      {isVm && <ContainersOnly />}
      {children}
    </FormSection>
  )
}
