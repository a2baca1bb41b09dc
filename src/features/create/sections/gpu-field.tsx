import { useState } from 'react'

import { useInstances } from '#api/use-instances.ts'
import type { Instance } from '#contract/instance.ts'
import { useField } from '../inputs/use-field.ts'
import { gpuLabel, gpuModels, longGpuName } from '#model/instance/gpus.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

import type { CreateControl } from '../create-control.ts'
import { fieldLabels } from '../fields.ts'

const other = 'other'

/** The models one knows of: those of the API page, those seen on the account, and the one that is chosen. */
const offered = (instances: readonly Instance[], chosen: string): string[] => {
  const seen = instances.flatMap(({ gpu_model: model }) => gpuLabel(model) ?? [])
  return [...new Set([...gpuModels, ...seen, ...(chosen === '' ? [] : [chosen])])]
}

/** The GPU to have. The service may know a model by its long name: where it refuses the short one, that is one click away. */
export const GpuField = ({ control, isVm }: { control: CreateControl; isVm: boolean }) => {
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
