import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import { useUpdateInstance } from '#api/use-update-instance.ts'
import type { CapacitySize } from '#contract/errors.ts'
import type { UpdateBody } from '#contract/requests.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { resizePrice } from '#model/act-price.ts'
import { apiCall } from '#model/curl.ts'
import { resizeFormOf, type ResizeForm, resizeProblems, toResizeBody } from '#model/resize.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import { apiBase } from '#page/api-base.ts'

import type { ActDialogProps } from './act-request.ts'
import { ApiCall } from './api-call.tsx'
import { CapacityPanel } from './capacity-panel.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { SizeFields } from './size-fields.tsx'
import { useBoundInstance } from './use-bound-instance.ts'
import { mayFindRoomLater, useKeepTrying } from './use-keep-trying.ts'

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
  onDone,
}: ActDialogProps & { size?: CapacitySize | undefined }) => {
  const instance = useBoundInstance(opened, onClose)
  const { mutateAsync, isPending, error, variables } = useUpdateInstance(instance)
  const [form, setForm] = useState(() => filledIn(resizeFormOf(opened), size))
  const { name } = instance
  const problems = resizeProblems(form, instance)
  const body = problems.length === 0 ? toResizeBody(form, instance) : null
  const price = resizePrice(instance, body ?? {})
  const refused = refusedFields(error, variables, form)

  const send = async (sent: UpdateBody) => {
    const outcome = await mutateAsync(sent).then(
      (resized) => ({ resized }),
      (reason: ApiError) => reason,
    )
    if (!('resized' in outcome)) return mayFindRoomLater(outcome) ? ('again' as const) : ('over' as const)
    onDone(outcome.resized)
    return 'over' as const
  }
  const keepTrying = useKeepTrying(() => (body === null ? Promise.resolve('over') : send(body)))

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
        if (body !== null && !isPending) void send(body)
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={body === null ? (problems[0]?.message ?? 'The size is the same.') : undefined}
          >
            Resize instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error !== null && error.capacity === null && !isFieldError && (
          <FailureAlert error={error} name={name} done="resized" />
        )}
        {error !== null && error.capacity !== null && (
          <CapacityPanel
            capacity={error.capacity}
            act="resize"
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
