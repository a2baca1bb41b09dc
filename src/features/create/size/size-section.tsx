import Zap from 'lucide-react/icons/zap'
import { useId } from 'react'

import type { CapacitySize } from '#contract/errors.ts'
import { type CpuTier, cpuTiers, type SizeField } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { atSize, priceOfChoice } from '#model/create/form-price.ts'
import { type Preset, presetsFor, usualSizes } from '#model/create/presets.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import type { CostPart } from '#model/pricing/cost.ts'
import { Facts } from '#ui/facts.tsx'
import { ChoiceGroup, RadioCard } from '#ui/option-card.tsx'

import { fieldLabels } from '../fields.tsx'
import { ChoiceDifference, type Estimate } from '../prices.tsx'
import { type CardOption, FormSection, RadioCards } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { GpuField } from './gpu-field.tsx'
import { SizeRow } from './size-row.tsx'

interface PresetCardsProps {
  estimate: Estimate
  onPreset: (preset: Preset) => void
}

/** Ready sizes for the environment, each with the difference it makes. Of a size of one's own none is chosen. */
const PresetCards = ({ estimate: { form, ratesOf, isWaiting }, onPreset }: PresetCardsProps) => {
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
            description={
              <Facts
                facts={[
                  { text: `${formatCount(vcpus)} vCPU` },
                  { text: formatCount(memory) },
                  { text: `${formatCount(disk)} GiB` },
                ]}
              />
            }
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

const tiers: Record<CpuTier, Pick<CardOption, 'title' | 'description'>> = {
  'general-purpose': { title: 'General purpose', description: 'AMD EPYC' },
  'high-performance': { title: 'High performance', description: 'Over 5 GHz' },
}

interface TierFieldProps {
  control: CreateControl
  estimate: Estimate
}

/** The CPU tier; the one that is not chosen with the difference it makes. */
const TierField = ({ control, estimate: { form, ratesOf, isWaiting } }: TierFieldProps) => {
  const difference = (tier: CpuTier) =>
    isWaiting ? null : priceOfChoice(form, { ...form, cpu_tier: tier }, 'cpu_tier', ratesOf)
  return (
    <RadioCards
      control={control}
      name="cpu_tier"
      legend={fieldLabels.cpu_tier}
      options={cpuTiers.map((tier) => ({
        value: tier,
        title: tiers[tier].title,
        description: tiers[tier].description,
        icon:
          tier === 'high-performance' ? (
            <Zap aria-hidden size={15} className="shrink-0 self-start text-accent" />
          ) : undefined,
        price: tier === form.cpu_tier ? undefined : <ChoiceDifference price={difference(tier)} />,
      }))}
      className="grid gap-2.5 @md:grid-cols-2"
    />
  )
}

const parts = {
  n_vcpus: 'vcpu',
  mem_gib: 'ram',
  disk_size_gib: 'storage',
} as const satisfies Record<SizeField, CostPart>
const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

/** What the band on the sliders means. */
const UsualLegend = ({ flavor }: { flavor: string }) => (
  <span className="inline-flex items-center gap-2 text-secondary text-ink-muted">
    <span
      aria-hidden
      className="h-2 w-4.5 rounded-sm bg-[color-mix(in_oklab,var(--accent)_18%,transparent)] contrast-more:border forced-colors:border"
    />
    usual for {flavorInfo(flavor).label}
  </span>
)

interface SizeSectionProps {
  control: CreateControl
  estimate: Estimate
  /** What the hosts have free, after an error that said so. */
  free: CapacitySize | null
  onPreset: (preset: Preset) => void
  /** A number was typed. */
  onSize: () => void
}

/** How large: ready sizes, exact numbers, the CPU tier and the GPU. */
export const SizeSection = ({ control, estimate, free, onPreset, onSize }: SizeSectionProps) => {
  const { form, running } = estimate
  const isVm = form.resource_type === 'vm'
  const flavor = isVm ? 'base' : form.flavor
  const usual = usualSizes(flavor)

  return (
    <FormSection title="Size" aside={usual !== null && <UsualLegend flavor={flavor} />}>
      <PresetCards estimate={estimate} onPreset={onPreset} />
      <div className="grid gap-3.5">
        {sizeFields.map((field) => (
          <SizeRow
            key={field}
            control={control}
            field={field}
            amount={running.lines.find(({ part }) => part === parts[field])?.amount ?? null}
            usual={usual?.[field] ?? null}
            free={free?.[field] ?? null}
            onSize={onSize}
          />
        ))}
      </div>
      <TierField control={control} estimate={estimate} />
      {!isVm && <GpuField control={control} estimate={estimate} />}
    </FormSection>
  )
}
