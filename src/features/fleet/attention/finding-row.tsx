import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import Clock from 'lucide-react/icons/clock'
import HardDrive from 'lucide-react/icons/hard-drive'
import X from 'lucide-react/icons/x'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { atLeastMonthly } from '#model/pricing/amount-text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import type { Finding } from '#model/usage/findings.ts'
import type { ActionRequest } from '#operations/action-requests.ts'
import { buttonClass, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { StateMark } from '#ui/state-mark.tsx'

import { InstanceAction } from '../instance-action.tsx'

interface FindingActionProps {
  action: Finding['action']
  /** Null for a finding about the account. */
  instance: Instance | null
  onAction: (request: ActionRequest) => void
}

/** The one action that answers a finding. */
const FindingAction = ({ action, instance, onAction }: FindingActionProps) => {
  if (instance === null)
    return (
      <Link to={paths.costs()} aria-label="Review budget" className={buttonClass({ size: 'sm' })}>
        Review
      </Link>
    )
  if (action === 'stop' || action === 'delete')
    return <InstanceAction action={action} instance={instance} onAction={onAction} />
  return (
    <Link
      to={paths.instance(instance)}
      aria-label={`Open ${instance.name}`}
      className={buttonClass({ size: 'sm' })}
    >
      Open
    </Link>
  )
}

const icons = { budget: CircleDollarSign, idle: Clock, stopped: HardDrive } as const

interface FindingProps {
  finding: Finding
  /** The instance it is about; null for one about the account. */
  instance: Instance | null
  onAction: (request: ActionRequest) => void
  onDismiss: (finding: Finding) => void
}

const FindingIcon = ({ finding: { kind }, instance }: Pick<FindingProps, 'finding' | 'instance'>) => {
  if (kind === 'error' || kind === 'slow')
    return instance === null ? null : <StateMark size={14} kind={stateInfo(instance.state).kind} />
  const Icon = icons[kind]
  return <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-lamp-ink" />
}

const FindingButtons = ({ finding, instance, onAction, onDismiss }: FindingProps) => (
  <span className="flex shrink-0 items-center gap-0.5 max-sm:in-[[role=dialog]]:ml-7">
    <FindingAction action={finding.action} instance={instance} onAction={onAction} />
    <IconButton
      size="sm"
      label={`Dismiss: ${finding.title}`}
      icon={<X aria-hidden size={14} />}
      onClick={() => onDismiss(finding)}
    />
  </span>
)

/** What becomes of the amount, where there is room to say it. */
const stakes: Readonly<Record<Finding['action'], string>> = {
  stop: ' saved by stopping',
  delete: ' saved by deleting',
  open: '',
  budget: '',
}

/** The fact in a few words, and what is at stake: an amount, or its unit, that does not fit is left out whole. */
const FactLine = ({ fact, monthly, action }: Finding) => {
  const [amount, unit] = atLeastMonthly(monthly)?.split(' / ') ?? []
  return (
    <span aria-hidden className="flex h-4 flex-wrap overflow-hidden text-small whitespace-pre text-lamp-ink">
      <span className="max-w-full truncate">{fact}</span>
      {amount !== undefined && <span> · {amount}</span>}
      {unit !== undefined && <span> / {unit}</span>}
      <span className="hidden @min-[131.25rem]:block">{stakes[action]}</span>
    </span>
  )
}

/** As many cells as the strip has room for. */
const cellsFor = [
  'flex',
  'hidden @min-[51.5rem]:flex',
  'hidden @min-[72rem]:flex',
  'hidden @min-[92.5rem]:flex',
]

/** One finding in the strip: whom it is about, in a few words what, and the action for it. One that is gone leaves its place empty. */
export const FindingCell = ({ index, ...props }: { index: number } & (FindingProps | { finding: null })) => (
  <li
    aria-hidden={props.finding === null}
    className={cx(
      'min-w-0 items-center gap-2.5 border-l border-lamp-line py-1 pr-1 pl-3',
      cellsFor[index] ?? 'hidden',
    )}
  >
    {props.finding !== null && (
      <>
        <FindingIcon finding={props.finding} instance={props.instance} />
        <p className="min-w-0 flex-1" title={props.finding.subject}>
          <span className="sr-only">
            {props.finding.title} {props.finding.detail}
          </span>
          <span aria-hidden className="block truncate text-secondary font-semibold">
            {props.finding.subject}
          </span>
          <FactLine {...props.finding} />
        </p>
        <FindingButtons {...props} />
      </>
    )}
  </li>
)

/** One finding in full, in the list of all. One that is gone leaves its place empty, so that the next is not under the pointer. */
export const FindingRow = (props: FindingProps | { finding: null }) => (
  <li
    aria-hidden={props.finding === null}
    className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line px-2 py-2 first:border-t-0"
  >
    {props.finding !== null && (
      <>
        <FindingIcon finding={props.finding} instance={props.instance} />
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium wrap-anywhere">{props.finding.title}</p>
          <p className="text-secondary text-ink-muted">{props.finding.detail}</p>
        </div>
        <FindingButtons {...props} />
      </>
    )}
  </li>
)
