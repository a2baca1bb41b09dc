import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import type { CapacitySize } from '#contract/errors.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'
import { apiCall } from '#model/instance/curl.ts'
import { type ResizeForm, resizeFormOf, resizeProblems, toResizeBody } from '#model/instance/resize.ts'
import { resizePrice } from '#model/pricing/action-price.ts'
import { useResizeInstance } from '#operations/hooks.ts'
import { apiBase } from '#page/api-base.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { ApiCall } from './api-call.tsx'
import { CapacityPanel } from './capacity-panel.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { type ActionDialogProps, useBoundInstance, useCloseWhenAccepted } from './use-action-dialog.ts'
import { afterTry, useKeepTrying } from './use-keep-trying.ts'
import { useRefusals } from './use-refusals.ts'

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
const SizeFields = ({ form, problems, refused, onChange }: SizeFieldsProps) => (
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

const filledIn = (form: ResizeForm, size: CapacitySize | undefined): ResizeForm => ({
  n_vcpus: String(size?.n_vcpus ?? form.n_vcpus),
  mem_gib: String(size?.mem_gib ?? form.mem_gib),
  disk_size_gib: String(size?.disk_size_gib ?? form.disk_size_gib),
})

/** What the service said of each field of the size it was sent, as long as that value still stands there. */
const refusedFields = (error: ApiError | null, sent: UpdateBody | undefined, form: ResizeForm) => {
  const said: Partial<Record<SizeField, string>> = {}
  for (const field of ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const) {
    const messages = error?.fields[field]
    if (messages !== undefined && String(sent?.[field]) === form[field].trim())
      said[field] = messages.join(' ')
  }
  return said
}

/** Gives a container another size, with what that does to its price. */
const ResizeDialog = ({
  instance: opened,
  size,
  onClose,
}: ActionDialogProps & { size?: CapacitySize | undefined }) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending, error } = useResizeInstance(instance)
  const refusal = useRefusals(instance)
  useCloseWhenAccepted(operation, onClose)
  const [form, setForm] = useState(() => filledIn(resizeFormOf(opened), size))
  const { name } = instance
  const problems = resizeProblems(form, instance)
  const body = problems.length === 0 ? toResizeBody(form, instance) : null
  const price = resizePrice(instance, body ?? {})
  const sent = operation?.request.action === 'resize' ? operation.request.to : undefined
  const refused = refusedFields(error, sent, form)

  const keepTrying = useKeepTrying(async () => (body === null ? 'over' : afterTry(await run(body))))

  const change = (part: Partial<ResizeForm>) => {
    keepTrying.cancel()
    setForm((current) => ({ ...current, ...part }))
  }
  const isFieldError = error !== null && Object.keys(error.fields).some((field) => field in form)

  return (
    <Dialog
      open
      stayOnOutsideClick
      title="Resize instance"
      description={
        <>
          A container is resized live:{' '}
          <strong className="font-semibold wrap-anywhere text-ink">{name}</strong> keeps its data and goes on
          as it is.
        </>
      }
      onClose={onClose}
      onSubmit={() => {
        if (body !== null) void run(body)
      }}
      footer={
        <>
          <Button onClick={onClose}>{isPending ? 'Close' : 'Cancel'}</Button>
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={
              isPending
                ? undefined
                : (refusal('resize') ??
                  (body === null ? (problems[0]?.message ?? 'The size is the same.') : undefined))
            }
          >
            Resize instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {(error === null || error.capacity === null) && !isFieldError && (
          <FailureAlert operation={operation} />
        )}
        {error !== null && error.capacity !== null && (
          <CapacityPanel
            capacity={error.capacity}
            action="resize"
            keepTrying={keepTrying}
            onUseNearest={(nearest) => change(filledIn(form, nearest))}
          />
        )}
        <SizeFields form={form} problems={problems} refused={refused} onChange={change} />
        <div className="grid gap-2">
          <PriceChange label="While running" price={price.running} />
          <PriceChange label="While stopped" price={price.stopped} />
        </div>
        <ApiCall command={apiCall('update', { baseUrl: apiBase(), ref: name, body: body ?? {} })} />
      </div>
    </Dialog>
  )
}
export default ResizeDialog
