import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import type { ResizeForm } from '#model/instance/resize.ts'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

const labels = {
  n_vcpus: 'vCPUs',
  mem_gib: 'Memory (GiB)',
  disk_size_gib: 'Disk (GiB)',
} as const satisfies Record<SizeField, string>

interface SizeFieldsProps {
  form: ResizeForm
  problems: readonly { field: SizeField; message: string }[]
  /** What the service said, by field. */
  refused: Partial<Record<SizeField, string>>
  onChange: (part: Partial<ResizeForm>) => void
}

/** The three numbers of a size, within the limits of the API page. */
export const SizeFields = ({ form, problems, refused, onChange }: SizeFieldsProps) => (
  <div className="grid gap-3 sm:grid-cols-3">
    {(['n_vcpus', 'mem_gib', 'disk_size_gib'] as const).map((field) => (
      <Field
        key={field}
        label={labels[field]}
        error={problems.find((problem) => problem.field === field)?.message ?? refused[field]}
      >
        <NumberInput
          {...sizeLimits[field]}
          value={form[field]}
          onValueChange={(value) => onChange({ [field]: value })}
        />
      </Field>
    ))}
  </div>
)
