import { type ComponentProps, useState } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'

import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { sizeLimits } from '#contract/vocabulary.ts'
import { type Preset, presetsFor, sizeAdvice } from '#model/create/presets.ts'
import { gpuLabel, gpuModels, longGpuName } from '#model/instance/gpus.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { fieldLabels } from '../fields.ts'
import { RadioCards } from '../inputs/radio-cards.tsx'
import { type FieldBinding, useField } from '../inputs/use-field.ts'
import type { CreateControl } from '../use-create-form.ts'
import { FormSection } from './form-section.tsx'

type NumberFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    limits: { min: number; max: number }
  }

/** A labelled number with a range, bound to a form as text: a half-typed number is never lost. */
const NumberField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  limits,
  ...frame
}: NumberFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <NumberInput {...bound} {...limits} onValueChange={setValue} />
    </Field>
  )
}

const other = 'other'

/** The models one knows of: those of the API page, those seen on the account, and the one that is chosen. */
const offered = (instances: readonly Instance[], chosen: string): string[] => {
  const seen = instances.flatMap(({ gpu_model: model }) => gpuLabel(model) ?? [])
  return [...new Set([...gpuModels, ...seen, ...(chosen === '' ? [] : [chosen])])]
}

/** The GPU to have. The service may know a model by its long name: where it refuses the short one, that is one click away. */
const GpuField = ({ control, isVm }: { control: CreateControl; isVm: boolean }) => {
  const { value, error, setValue, ...bound } = useField({ control, name: 'gpu_model' })
  const instances = useInstances().data?.instances ?? []
  const [isOther, setOther] = useState(false)
  const isTyped = isOther && !isVm
  const longName = longGpuName(value)

  return (
    <div className="grid gap-3">
      <Field
        label={fieldLabels.gpu_model}
        hint={isVm ? 'GPUs are available to containers only.' : null}
        error={isTyped || isVm ? null : error}
      >
        <Select
          {...bound}
          ref={isTyped ? null : bound.ref}
          disabled={isVm}
          value={isVm ? '' : isOther ? other : value}
          onChange={({ currentTarget: { value: chosen } }) => {
            setOther(chosen === other)
            setValue(chosen === other ? '' : chosen)
          }}
        >
          <option value="">None</option>
          {offered(instances, isOther ? '' : value).map((model) => (
            <option key={model}>{model}</option>
          ))}
          <option value={other}>Other model…</option>
        </Select>
      </Field>
      {isTyped && (
        <Field label="Model name" hint="As the service spells it. Empty means no GPU." error={error}>
          <TextInput
            {...bound}
            autoComplete="off"
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </Field>
      )}
      {!isVm && error !== undefined && longName !== value && (
        <Button size="sm" className="justify-self-start" onClick={() => setValue(longName)}>
          Use {longName}
        </Button>
      )}
    </div>
  )
}

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
