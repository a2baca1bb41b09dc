import { useState } from 'react'

import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { type ChoicePrice, choiceText, priceOfChoice } from '#model/create/form-price.ts'
import { gpuLabel, gpuModels, longGpuName } from '#model/instance/gpus.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Field } from '#ui/field.tsx'
import { ChoiceMark } from '#ui/option-card.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { fieldLabels } from '../fields.tsx'
import { ChoiceDifference, type Estimate } from '../prices.tsx'
import { useField } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'

/** Memory of one GPU (VRAM) in GB, by the short names of the API page. */
const memory: ReadonlyMap<string, number> = new Map([
  ['RTX 4090', 24],
  ['RTX 5090', 32],
  ['RTX PRO 6000 Blackwell', 96],
])

/** The most that a known model has: a bar of full length. */
const mostGpuMemory = 96

/** How much memory a GPU model has, in GB; null where nobody has told us. */
const gpuMemory = (model: string): number | null => memory.get(gpuLabel(model) ?? '') ?? null

const other = 'other'

/** The models one knows of: those of the API page, those seen on the account, and the one that is chosen. */
const offered = (instances: readonly Instance[], chosen: string): string[] => {
  const seen = instances.flatMap(({ gpu_model: model }) => gpuLabel(model) ?? [])
  return [...new Set([...gpuModels, ...seen, ...(chosen === '' ? [] : [chosen])])]
}

/** A model as it is spoken of, without the generation that is no part of a choice. */
const shortName = (model: string): string => model.replace(/^(RTX PRO \d+) Blackwell$/, '$1')

interface GpuChoice {
  model: string
  /** In GB; null where it is not known. */
  memory: number | null
  /** Null where it is the one that is chosen, or the rates are on their way. */
  price: ChoicePrice | null
}

/** A choice in one line: "RTX 5090 · 32 GB · +$0.550". */
const optionText = ({ model, memory, price }: GpuChoice): string =>
  [model, memory === null ? null : `${memory} GB`, price === null ? null : choiceText(price)]
    .filter((part) => part !== null)
    .join(' · ')

interface GpuCardProps {
  choice: GpuChoice
  isChosen: boolean
  onChoose: () => void
}

/** A choice as a picture. The select that lies behind the cards is what keys and screen readers meet. */
const GpuCard = ({ choice: { model, memory, price }, isChosen, onChoose }: GpuCardProps) => (
  <button
    type="button"
    tabIndex={-1}
    data-chosen={isChosen || undefined}
    className={cx(
      'group/card flex min-h-[4.625rem] min-w-0 flex-col rounded-card border bg-surface px-3 py-2.5 text-left transition-colors',
      isChosen
        ? 'border-accent bg-[color-mix(in_oklab,var(--accent-soft)_45%,var(--surface))] inset-ring inset-ring-accent forced-colors:border-2'
        : 'border-line-strong hover:border-ink-faint',
    )}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className="flex w-full items-start justify-between gap-2">
      <span className="min-w-0 font-name wrap-break-word">{model === '' ? 'None' : shortName(model)}</span>
      <ChoiceMark />
    </span>
    {memory !== null && (
      <span className="mt-2 block h-[5px] w-full overflow-hidden rounded-sm bg-track">
        <span
          className="block h-full bg-part-gpu forced-color-adjust-none"
          style={{ width: `${(memory / mostGpuMemory) * 100}%` }}
        />
      </span>
    )}
    <span className="mt-auto flex w-full justify-between gap-2 pt-1 text-small">
      <span className="text-ink-muted">{memory === null ? '' : `${memory} GB`}</span>
      {!isChosen && <ChoiceDifference price={price} />}
    </span>
  </button>
)

/**
 * The GPU to have: one select. Where there is room its choices are drawn as cards over it, for the eye and the mouse, and the select
 * keeps its name, its keys and its single tab stop. The service may know a model by its long name: where it refuses the short one,
 * that is one click away.
 */
export const GpuField = ({ control, estimate }: { control: CreateControl; estimate: Estimate }) => {
  const { form, ratesOf, isWaiting } = estimate
  const { value, error, setValue, ...bound } = useField({ control, name: 'gpu_model' })
  const instances = useInstances().data?.instances ?? []
  const [isOther, setOther] = useState(false)
  const longName = longGpuName(value)
  const chosen = isOther ? other : value

  const choose = (model: string) => {
    setOther(model === other)
    setValue(model === other ? '' : model)
  }
  const choices = ['', ...offered(instances, isOther ? '' : value)].map((model): GpuChoice => ({
    model,
    memory: gpuMemory(model),
    price:
      isWaiting || model === chosen
        ? null
        : priceOfChoice(form, { ...form, gpu_model: model }, 'gpu_model', ratesOf),
  }))

  return (
    <div className="grid gap-3">
      <Field
        label={fieldLabels.gpu_model}
        error={isOther ? null : error}
        className="relative rounded-card outline-offset-4 outline-accent @2xl:has-[select:focus-visible]:outline-2 @2xl:[&_select]:outline-none"
      >
        <Select
          {...bound}
          ref={isOther ? null : bound.ref}
          value={chosen}
          className="@2xl:pointer-events-none @2xl:absolute! @2xl:inset-x-0 @2xl:bottom-0 @2xl:opacity-0"
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.model} value={choice.model}>
              {choice.model === '' ? 'None' : optionText(choice)}
            </option>
          ))}
          <option value={other}>Other model…</option>
        </Select>
        <div aria-hidden className="hidden grid-cols-4 gap-2.5 @2xl:grid">
          {choices.map((choice) => (
            <GpuCard
              key={choice.model}
              choice={choice}
              isChosen={choice.model === chosen}
              onChoose={() => choose(choice.model)}
            />
          ))}
          <button
            type="button"
            tabIndex={-1}
            className="absolute top-0 right-0 text-small text-ink-muted hover:text-ink"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(other)}
          >
            Other…
          </button>
        </div>
      </Field>
      {isOther && (
        <Field label="Model name" hint="As the service spells it. Empty means no GPU." error={error}>
          <TextInput
            {...bound}
            autoComplete="off"
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </Field>
      )}
      {error !== undefined && longName !== value && (
        <Button size="sm" className="justify-self-start" onClick={() => setValue(longName)}>
          Use {longName}
        </Button>
      )}
    </div>
  )
}
