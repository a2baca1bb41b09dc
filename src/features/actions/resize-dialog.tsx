import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import type { Capacity, CapacitySize } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { formatCount, formatGib } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { apiCall } from '#model/instance/curl.ts'
import { type ResizeForm, resizeFormOf, resizeProblems, toResizeBody } from '#model/instance/resize.ts'
import { stateInfo } from '#model/instance/states.ts'
import { type PriceChange, resizePrice } from '#model/pricing/action-price.ts'
import { changeColumn, monthlyChange, monthlyCost } from '#model/pricing/change-figure.ts'
import { costChange, type Total } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import type { RightSize } from '#model/usage/right-size.ts'
import { useResizeInstance } from '#operations/hooks.ts'
import { Button } from '#ui/button.tsx'
import { LabelledCheckbox } from '#ui/checkbox-list.tsx'
import { Dialog } from '#ui/dialog.tsx'

import {
  type ActionDialogProps,
  ActionFooter,
  FailureAlert,
  Figure,
  InstanceSubject,
  NoFigure,
  useBoundInstance,
  useCloseWhenAccepted,
} from './action-parts.tsx'
import { apiBase } from './api-call.tsx'
import { CapacityPanel } from './capacity-panel.tsx'
import { capacityReport } from './capacity.ts'
import { UnknownNote } from './price-parts.tsx'
import { SizeFields } from './size-fields.tsx'
import { sizeUse } from './size-use.ts'
import { useInstanceUsage } from './use-instance-usage.ts'
import { useKeepTrying } from './use-keep-trying.ts'
import { useDisabledReasons } from './use-disabled-reasons.ts'

interface RightSizeHintProps {
  fitting: RightSize
  /** Whether the form holds that size already. */
  isFilledIn: boolean
  onUse: () => void
}

/** A smaller size that the last day's use fits, with a button that fills it in and says what it saves. */
export const RightSizeHint = ({ fitting, isFilledIn, onUse }: RightSizeHintProps) => {
  const { known, unknown } = fitting.saves
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 rounded-card bg-sunken py-1.5 pr-1.5 pl-3 text-secondary forced-colors:border">
      <p>
        {formatCount(fitting.n_vcpus)} vCPU · {formatGib(fitting.mem_gib)}{' '}
        <span className="text-ink-muted">fits the last day</span>
      </p>
      <Button size="sm" disabledReason={isFilledIn ? 'It is filled in.' : undefined} onClick={onUse}>
        Use it{' '}
        <span className={isFilledIn ? undefined : 'text-good'}>
          {changeColumn({ known: -known, unknown }).figure}&nbsp;/&nbsp;h
        </span>
      </Button>
    </div>
  )
}

const filledIn = (form: ResizeForm, size: Partial<CapacitySize> | null | undefined): ResizeForm => ({
  n_vcpus: String(size?.n_vcpus ?? form.n_vcpus),
  mem_gib: String(size?.mem_gib ?? form.mem_gib),
  disk_size_gib: String(size?.disk_size_gib ?? form.disk_size_gib),
})

/** What the service said of each field of the size it was sent, as long as that value still stands there. */
const rejectedFields = (error: ApiError | null, sent: UpdateBody | undefined, form: ResizeForm) => {
  const said: Partial<Record<SizeField, string>> = {}
  for (const field of ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const) {
    const messages = error?.fields[field]
    if (messages !== undefined && String(sent?.[field]) === form[field].trim())
      said[field] = messages.join(' ')
  }
  return said
}

interface NearestPriceProps {
  instance: Instance
  form: ResizeForm
  capacity: Capacity
  /** What the size costs that was asked for. */
  asked: Total
}

/** What the nearest size does to the price of the one that was asked for. */
const NearestPrice = ({ instance, form, capacity, asked }: NearestPriceProps) => {
  const { fits } = capacityReport(capacity, 'resize')
  const body = toResizeBody(filledIn(form, fits), instance) ?? {}
  const change = costChange(asked, resizePrice(instance, body).running.after)
  if (change.unknown.length > 0) return <span className="text-ink-muted">price not known</span>
  return change.known === ZERO ? null : (
    <span className={change.known < ZERO ? 'text-good' : undefined} translate="no">
      {changeColumn(change).figure}&nbsp;/&nbsp;h
    </span>
  )
}

interface PriceOfSizeProps {
  instance: Instance
  price: PriceChange
}

/** What the size does to the price while it runs: one figure, and the prices per hour. Unchanged, what it costs. */
const PriceOfSize = ({ instance, price: { before, after, change } }: PriceOfSizeProps) => {
  const isOpen = change.unknown.length > 0
  const figure = isOpen ? null : (monthlyChange(change) ?? monthlyCost(after))
  const tail = stateInfo(instance.state).kind === 'stopped' ? '/ month while running' : '/ month'
  const hourly = (
    <p className="text-secondary text-ink-muted">
      {hourlyText(before)}
      {change.known !== ZERO || isOpen ? (
        <>
          <span aria-hidden> → </span>
          <span className="sr-only"> to </span>
          <span className="font-name text-ink">{hourlyText(after)}</span>
        </>
      ) : null}
      &nbsp;/&nbsp;h
    </p>
  )
  return (
    <div>
      {figure === null ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <NoFigure>Price not known</NoFigure>
          {hourly}
        </div>
      ) : (
        <Figure {...figure} tail={tail}>
          {hourly}
        </Figure>
      )}
      <UnknownNote price={{ before, after }} />
    </div>
  )
}

/** Gives a container another size, beside what is in use, with what that does to its price. */
const ResizeDialog = ({
  instance: opened,
  size,
  onClose,
}: ActionDialogProps & { size?: CapacitySize | undefined }) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending, error } = useResizeInstance(instance)
  const disabledReason = useDisabledReasons(instance)
  useCloseWhenAccepted(operation, onClose)
  const [form, setForm] = useState(() => filledIn(resizeFormOf(opened), size))
  /** The disk for which it was said that there is a copy of what will not fit: another is asked about anew. */
  const [copiedFor, setCopiedFor] = useState<string | null>(null)
  const { summary, fitting, isMeasured } = useInstanceUsage(instance)
  const { name } = instance
  const problems = resizeProblems(form, instance)
  const body = problems.length === 0 ? toResizeBody(form, instance) : null
  const price = resizePrice(instance, body ?? {}).running
  const sent = operation?.request.action === 'resize' ? operation.request.to : undefined
  const rejected = rejectedFields(error, sent, form)
  const uses = sizeUse(form, instance, summary)
  const losesData = uses.disk_size_gib.fit === 'loses' && body?.disk_size_gib !== undefined
  const isCopied = copiedFor === form.disk_size_gib
  const sendable = losesData && !isCopied ? null : body

  const keepTrying = useKeepTrying(() =>
    sendable === null
      ? null
      : { request: { action: 'resize', uuid: instance.uuid, name }, attempt: () => run(sendable) },
  )

  const change = (part: Partial<ResizeForm>) => {
    keepTrying.cancel()
    setForm((current) => ({ ...current, ...part }))
  }
  const isFieldError = error !== null && Object.keys(error.fields).some((field) => field in form)
  const problem =
    disabledReason('resize') ??
    problems[0]?.message ??
    (body === null
      ? 'The size is the same.'
      : sendable === null
        ? 'Tick first that you have a copy.'
        : undefined)

  return (
    <Dialog
      open
      stayOnOutsideClick
      title="Resize instance"
      subject={<InstanceSubject instance={instance} />}
      onClose={onClose}
      onSubmit={() => {
        if (sendable !== null) void run(sendable)
      }}
      footer={
        <ActionFooter
          command={apiCall('update', { baseUrl: apiBase(), ref: name, body: body ?? {} })}
          isPending={isPending}
          onClose={onClose}
        >
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={isPending ? undefined : problem}
          >
            Resize instance
          </Button>
        </ActionFooter>
      }
    >
      <div className="grid gap-3">
        {(error === null || error.capacity === null) && !isFieldError && (
          <FailureAlert operation={operation} />
        )}
        {error !== null && error.capacity !== null && (
          <CapacityPanel
            capacity={error.capacity}
            action="resize"
            keepTrying={keepTrying}
            onUseNearest={(nearest) => change(filledIn(form, nearest))}
            nearestPrice={
              <NearestPrice instance={instance} form={form} capacity={error.capacity} asked={price.after} />
            }
          />
        )}
        <PriceOfSize instance={instance} price={price} />
        <SizeFields
          instance={instance}
          form={form}
          uses={uses}
          isMeasured={isMeasured}
          problems={problems}
          rejected={rejected}
          onChange={change}
        />
        {losesData && (
          <LabelledCheckbox
            label="I have a copy of what will not fit."
            className="w-full! rounded-card border border-bad/35 bg-bad-soft px-3 py-2.5"
            checked={isCopied}
            onCheckedChange={(isChecked) => setCopiedFor(isChecked ? form.disk_size_gib : null)}
          />
        )}
        {fitting !== null && (
          <RightSizeHint
            fitting={fitting}
            isFilledIn={
              form.n_vcpus.trim() === String(fitting.n_vcpus) &&
              form.mem_gib.trim() === String(fitting.mem_gib)
            }
            onUse={() => change({ n_vcpus: String(fitting.n_vcpus), mem_gib: String(fitting.mem_gib) })}
          />
        )}
      </div>
    </Dialog>
  )
}
export default ResizeDialog
