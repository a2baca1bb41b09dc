import { useId } from 'react'

import type { Instance } from '#contract/instance.ts'
import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import { wholeNumber } from '#lib/typed.ts'
import type { ResizeForm } from '#model/instance/resize.ts'
import { cx } from '#ui/cx.ts'
import { FieldContext } from '#ui/field-context.ts'
import { FieldError } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import type { SizeUse } from './size-use.ts'
import { type Fit, UseGauge } from './use-gauge.tsx'

const labels = {
  n_vcpus: 'vCPUs',
  mem_gib: 'Memory (GiB)',
  disk_size_gib: 'Disk (GiB)',
} as const satisfies Record<SizeField, string>

const tones: Record<Fit, { frame: string; text: string }> = {
  fits: { frame: '', text: 'text-ink-muted' },
  short: { frame: 'border-lamp-bar! ring-1 ring-lamp-bar', text: 'text-lamp-ink' },
  loses: { frame: 'border-bad! ring-1 ring-bad', text: 'text-bad-ink' },
}

interface SizeRowProps {
  field: SizeField
  value: string
  onValueChange: (value: string) => void
  /** The size as it is. */
  size: number | null
  use: SizeUse
  /** Whether there is, or may soon be, something to say of its use: room is kept for it. */
  isMeasured: boolean
  /** What is wrong with the value. */
  error: string | undefined
}

/** One part of a size: its name, what is in use of it, and the field. What is said of it stands under the bar. */
const SizeRow = ({ field, value, onValueChange, size, use, isMeasured, error }: SizeRowProps) => {
  const id = useId()
  const { now, peak, fit, said } = use
  const isWrong = error !== undefined
  const tone = tones[isWrong ? 'fits' : fit]
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)_5.5rem] items-center gap-x-3 border-t border-line py-2.5 first:border-t-0 first:pt-0 last:pb-0">
      <label htmlFor={id} className="text-secondary font-medium">
        {labels[field]}
      </label>
      <UseGauge now={now} peak={peak} size={size} next={wholeNumber(value)} fit={fit} />
      <FieldContext
        value={{
          id,
          'aria-describedby': isWrong || said !== null ? `${id}-said` : undefined,
          'aria-invalid': isWrong || undefined,
        }}
      >
        <NumberInput
          {...sizeLimits[field]}
          unit=""
          value={value}
          onValueChange={onValueChange}
          className={cx('col-start-3', tone.frame)}
        />
      </FieldContext>
      <div
        className={cx(
          'col-span-2 col-start-2 mt-1 empty:mt-0 max-sm:col-span-3 max-sm:col-start-1',
          isMeasured && 'min-h-4',
        )}
      >
        {isWrong ? (
          <FieldError id={`${id}-said`}>{error}</FieldError>
        ) : (
          said !== null && (
            <p id={`${id}-said`} className={cx('text-small', tone.text)}>
              {said}
            </p>
          )
        )}
      </div>
    </div>
  )
}

interface SizeFieldsProps {
  instance: Instance
  form: ResizeForm
  uses: Record<SizeField, SizeUse>
  isMeasured: boolean
  problems: readonly { field: SizeField; message: string }[]
  /** What the service said, by field. */
  rejected: Partial<Record<SizeField, string>>
  onChange: (part: Partial<ResizeForm>) => void
}

/** The three numbers of a size, within the limits of the API page, each beside what is in use of it. */
export const SizeFields = ({
  instance,
  form,
  uses,
  isMeasured,
  problems,
  rejected,
  onChange,
}: SizeFieldsProps) => (
  <div>
    {(['n_vcpus', 'mem_gib', 'disk_size_gib'] as const).map((field) => (
      <SizeRow
        key={field}
        field={field}
        value={form[field]}
        onValueChange={(value) => onChange({ [field]: value })}
        size={instance[field]}
        use={uses[field]}
        isMeasured={isMeasured}
        error={problems.find((problem) => problem.field === field)?.message ?? rejected[field]}
      />
    ))}
  </div>
)
