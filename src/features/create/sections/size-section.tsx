import { useState } from 'react'
import { useWatch } from 'react-hook-form'

import { sizeLimits } from '#contract/vocabulary.ts'
import { NumberField } from '../inputs/number-field.tsx'
import { RadioCards } from '../inputs/radio-cards.tsx'
import { type Preset, presetsFor, sizeAdvice } from '#model/create/presets.ts'
import { Segmented } from '#ui/segmented.tsx'

import type { CreateControl } from '../create-control.ts'
import { fieldLabels } from '../fields.ts'

import { FormSection } from './form-section.tsx'
import { GpuField } from './gpu-field.tsx'

const tiers = [
  { value: 'general-purpose', title: 'General purpose', description: 'The default; most work fits here' },
  {
    value: 'high-performance',
    title: 'High performance',
    description: 'Faster cores, at rates of their own',
  },
]

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

interface SizeSectionProps {
  control: CreateControl
  onPreset: (preset: Preset) => void
  /** A number was typed. */
  onSize: () => void
}

/** How large: ready sizes, exact numbers, the CPU tier and the GPU. */
export const SizeSection = ({ control, onPreset, onSize }: SizeSectionProps) => {
  const [type, held, ...size] = useWatch({ control, name: ['resource_type', 'flavor', ...sizeFields] })
  const [isCustom, setCustom] = useState(false)
  const flavor = type === 'vm' ? 'base' : held
  const presets = presetsFor(flavor)
  const fitting = presets.find((preset) =>
    sizeFields.every((field, index) => String(preset[field]) === size[index]),
  )
  const shown = isCustom ? undefined : fitting

  const choose = (id: Preset['id'] | 'custom') => {
    setCustom(id === 'custom')
    const preset = presets.find((one) => one.id === id)
    if (preset !== undefined) onPreset(preset)
  }

  return (
    <FormSection title="Size" about={sizeAdvice(flavor)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Segmented
          label="Ready sizes"
          value={shown?.id ?? 'custom'}
          options={[
            ...presets.map(({ id, label }) => ({ value: id, label })),
            { value: 'custom' as const, label: 'Custom' },
          ]}
          onValueChange={choose}
        />
        <span className="text-secondary text-ink-muted">{shown?.description}</span>
      </div>
      <div className="grid grid-cols-1 gap-3 @sm:grid-cols-3">
        {sizeFields.map((field) => (
          <NumberField
            key={field}
            control={control}
            name={field}
            label={fieldLabels[field]}
            limits={sizeLimits[field]}
            onValueChange={onSize}
          />
        ))}
      </div>
      <RadioCards
        control={control}
        name="cpu_tier"
        legend={fieldLabels.cpu_tier}
        options={tiers}
        className="grid grid-cols-2 gap-2"
      />
      <GpuField control={control} isVm={type === 'vm'} />
    </FormSection>
  )
}
