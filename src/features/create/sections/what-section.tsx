import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'

import { pageFlavors } from '#contract/vocabulary.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'

import { type Distro, distros } from '../create-request.ts'
import { fieldLabels } from '../fields.ts'
import { RadioCards } from '../inputs/radio-cards.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { FormSection } from './form-section.tsx'

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

const types = [
  { value: 'container', title: 'Container', description: 'Notebooks, RStudio, genomics, GPUs' },
  { value: 'vm', title: 'Virtual machine', description: 'Plain Ubuntu 24.04, public IPv4, open ports' },
]

const flavorOptions = (type: string) =>
  pageFlavors.map((flavor) => {
    const { label, description, types: allowed } = flavorInfo(flavor)
    const isAllowed = allowed.some((one) => one === type)
    const disabledReason = isAllowed ? undefined : 'Available to containers only'
    return { value: flavor, title: label, description, disabledReason }
  })

interface WhatSectionProps {
  control: CreateControl
  /** The type or the environment is another one now. */
  onChange: () => void
  /** A field that only some services have. */
  children: ReactNode
}

/** What to start: the type, and the environment that it has. */
export const WhatSection = ({ control, onChange, children }: WhatSectionProps) => {
  const [type, held] = useWatch({ control, name: ['resource_type', 'flavor'] })
  const { opens } = flavorInfo(type === 'vm' ? 'base' : held)
  return (
    <FormSection
      title="What"
      about="A container starts in seconds and can be resized live. A virtual machine has its own public address and ports."
    >
      <RadioCards
        control={control}
        name="resource_type"
        legend={fieldLabels.resource_type}
        hideLegend
        options={types}
        onValueChange={onChange}
        className="grid grid-cols-2 gap-2"
      />
      <RadioCards
        control={control}
        name="flavor"
        legend={fieldLabels.flavor}
        hideLegend
        role="radiogroup"
        options={flavorOptions(type)}
        overruledBy={type === 'vm' ? 'base' : undefined}
        onValueChange={onChange}
        hint={opens === null ? 'Reached over SSH.' : `Opens ${opens} in the browser; reached over SSH too.`}
        className="grid grid-cols-2 gap-2 @lg:grid-cols-3"
      />
      {children}
    </FormSection>
  )
}
