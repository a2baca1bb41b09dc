import { type KeyboardEvent, useId } from 'react'

import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import { wholeNumber } from '#lib/typed.ts'
import { nearestTick, nextTick, sliderPosition, sliderTicks } from '#model/create/slider-scale.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { cx } from '#ui/cx.ts'
import { FieldContext } from '#ui/field-context.ts'
import { FieldError } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { fieldLabels } from '../fields.tsx'
import { useField } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'

/** None of these is part of a number field's own name, so that a search for the field by a part of its name finds the field alone. */
const names: Record<SizeField, { name: string; unit: string }> = {
  n_vcpus: { name: 'CPU slider', unit: 'vCPU' },
  mem_gib: { name: 'Memory slider', unit: 'GiB' },
  disk_size_gib: { name: 'Disk slider', unit: 'GiB' },
}

const share = (part: number): string => `${part * 100}%`

/** The steps of the keys that move a slider. */
const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }

interface SizeSliderProps {
  field: SizeField
  /** As typed: what is no number leaves the slider at its lower end. */
  value: string
  /** Told of a mark that was chosen. */
  onValueChange: (value: string) => void
  /** What work of this kind usually takes: least and most. */
  usual: readonly [number, number] | null
  /** How much of it is free on the hosts now, after an error that said so. */
  free: number | null
}

const Ticks = ({ field, now }: { field: SizeField; now: number | null }) => (
  <>
    {sliderTicks[field].map((tick, index, all) => (
      <span
        key={tick}
        aria-hidden
        className={cx(
          'absolute top-6 flex w-0 flex-col items-center text-micro leading-3.5 before:h-1 before:w-px before:bg-ink-faint',
          tick === now ? 'font-semibold text-ink' : 'text-ink-muted',
          index % 2 === 1 && index < all.length - 1 && tick !== now && '@max-md:*:invisible',
        )}
        style={{ left: share(index / (all.length - 1)) }}
      >
        <span className={cx(index === all.length - 1 && '-translate-x-1/4')}>{formatCount(tick)}</span>
      </span>
    ))}
  </>
)

/**
 * A size on a logarithmic scale, for the eye and the hand: the number beside it is exact. A native slider, invisible, lies over the
 * drawn one and snaps to its marks.
 */
const SizeSlider = ({ field, value, onValueChange, usual, free }: SizeSliderProps) => {
  const { name, unit } = names[field]
  const ticks = sliderTicks[field]
  const typed = wholeNumber(value)
  const now = typed ?? ticks[0] ?? 0
  const at = sliderPosition(field, now)
  const limit = free === null ? null : sliderPosition(field, free)
  const isOver = free !== null && now > free

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    onValueChange(String(nextTick(field, now, step)))
  }

  return (
    <div className="relative h-11 min-w-0">
      <span
        aria-hidden
        className="absolute inset-x-0 top-[0.9375rem] h-1 rounded-sm bg-track forced-colors:border"
      />
      {usual !== null && (
        <span
          aria-hidden
          className="absolute top-[9px] h-4 rounded-sm bg-[color-mix(in_oklab,var(--accent)_18%,transparent)] contrast-more:border forced-colors:border"
          style={{
            left: share(sliderPosition(field, usual[0])),
            right: share(1 - sliderPosition(field, usual[1])),
          }}
        />
      )}
      <span
        aria-hidden
        className="absolute top-[0.9375rem] left-0 h-1 rounded-sm bg-accent forced-color-adjust-none"
        style={{ width: share(limit === null ? at : Math.min(at, limit)) }}
      />
      {limit !== null && (
        <>
          {isOver && (
            <span
              aria-hidden
              className="absolute top-[0.9375rem] h-1 bg-bad forced-color-adjust-none"
              style={{ left: share(limit), right: share(1 - at) }}
            />
          )}
          <span
            className={cx(
              'absolute -top-2 flex w-0 flex-col text-micro leading-3.5 font-medium whitespace-nowrap text-bad-ink after:mt-px after:h-5 after:w-0.5 after:-translate-x-px after:bg-bad',
              limit < 0.1 ? 'items-start' : limit > 0.9 ? 'items-end' : 'items-center',
            )}
            style={{ left: share(limit) }}
          >
            {formatCount(free ?? 0)} free now
          </span>
        </>
      )}
      <Ticks field={field} now={typed} />
      <input
        type="range"
        aria-label={name}
        aria-valuetext={`${formatCount(now)} ${unit}`}
        min={0}
        max={ticks.length - 1}
        step={1}
        value={nearestTick(field, now)}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => onValueChange(String(ticks[currentTarget.valueAsNumber] ?? now))}
        className="peer absolute inset-y-0 -left-2 z-1 m-0 h-9 w-[calc(100%+1rem)] cursor-pointer opacity-0"
      />
      <span
        aria-hidden
        className={cx(
          'absolute top-[9px] size-4 -translate-x-2 rounded-full border-[4.5px] bg-surface outline-offset-2 outline-accent forced-color-adjust-none peer-focus-visible:outline-2',
          isOver ? 'border-bad' : 'border-accent',
        )}
        style={{ left: share(at) }}
      />
    </div>
  )
}

interface SizeRowProps {
  control: CreateControl
  field: SizeField
  /** What this part of the size costs per hour; null where that is not known. */
  amount: Usd | null
  usual: readonly [number, number] | null
  free: number | null
  /** A number was typed, or a mark chosen. */
  onSize: () => void
}

/** One part of the size: its slider, the exact number, and what it costs. Held as text, so that a half-typed number is never lost. */
export const SizeRow = ({ control, field, amount, usual, free, onSize }: SizeRowProps) => {
  const id = useId()
  const { error, setValue, ...bound } = useField({ control, name: field, onValueChange: onSize })
  return (
    <FieldContext
      value={{
        id,
        'aria-describedby': error === undefined ? undefined : `${id}-error`,
        'aria-invalid': error !== undefined || undefined,
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_5.75rem_4.25rem] items-start gap-x-4 gap-y-1 @2xl:grid-cols-[6.5rem_minmax(0,1fr)_5.75rem_4.25rem] @2xl:gap-x-5">
        <label
          htmlFor={id}
          className="text-secondary leading-[2.125rem] font-medium pointer-coarse:leading-10"
        >
          {fieldLabels[field]}
        </label>
        <div className="px-2 @max-2xl:order-last @max-2xl:col-span-3">
          <SizeSlider field={field} value={bound.value} onValueChange={setValue} usual={usual} free={free} />
        </div>
        <NumberInput {...bound} {...sizeLimits[field]} unit="" onValueChange={setValue} />
        <span className="text-right leading-[2.125rem] pointer-coarse:leading-10">
          {amount === null ? (
            <span className="text-ink-muted">—</span>
          ) : (
            hourlyText({ known: amount, unknown: [] })
          )}
        </span>
      </div>
      {error !== undefined && (
        <div className="-mt-2">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </FieldContext>
  )
}
