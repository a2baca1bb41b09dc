import { useId } from 'react'

import { atSize, priceOfChoice } from '#model/create/form-price.ts'
import { type Preset, presetsFor } from '#model/create/presets.ts'
import { formatCount } from '#lib/format.ts'
import { ChoiceGroup, RadioCard } from '#ui/option-card.tsx'

import { ChoiceDifference } from '../inputs/choice-price.tsx'
import type { Estimate } from '../use-prices.ts'

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

interface PresetCardsProps {
  estimate: Estimate
  onPreset: (preset: Preset) => void
}

/** Ready sizes for the environment, each with the difference it makes. Of a size of one's own none is chosen. */
export const PresetCards = ({ estimate: { form, ratesOf, isWaiting }, onPreset }: PresetCardsProps) => {
  const name = useId()
  const flavor = form.resource_type === 'vm' ? 'base' : form.flavor
  return (
    <ChoiceGroup
      legend="Ready sizes"
      hideLegend
      role="radiogroup"
      className="grid grid-cols-2 gap-2.5 @2xl:grid-cols-4"
    >
      {presetsFor(flavor).map((preset) => {
        const { id, label, n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk } = preset
        const isChosen = sizeFields.every((field) => String(preset[field]) === form[field].trim())
        return (
          <RadioCard
            key={id}
            name={name}
            value={id}
            title={label}
            layout="compact"
            description={`${formatCount(vcpus)}\u00a0vCPU · ${formatCount(memory)} · ${formatCount(disk)}\u00a0GiB`}
            price={
              isChosen ? (
                <span className="text-ink-muted">chosen</span>
              ) : (
                <ChoiceDifference
                  price={isWaiting ? null : priceOfChoice(form, atSize(form, preset), 'size', ratesOf)}
                />
              )
            }
            checked={isChosen}
            onChange={() => onPreset(preset)}
          />
        )
      })}
    </ChoiceGroup>
  )
}
