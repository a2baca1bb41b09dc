import type { ReactNode } from 'react'

import type { ApiError } from '#api/api-error.ts'
import type { Capacity } from '#contract/errors.ts'
import type { CpuTier } from '#contract/vocabulary.ts'
import { atSize, priceOfChoice } from '#model/create/form-price.ts'
import type { CreateForm } from '#model/create/create-form.ts'
import { tierLabel } from '#model/instance/labels.ts'
import type { Operation } from '#operations/operation.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Ring } from '#ui/loading.tsx'

import { CapacityPanel, WayOn } from '../actions/capacity-panel.tsx'
import { capacityReport } from '../actions/capacity.ts'
import type { KeptTrying } from '../actions/use-keep-trying.ts'
import { fieldLabel, type UnplacedError } from './fields.tsx'
import { ChoiceDifference, type Estimate } from './prices.tsx'

/** What came of a create that did not simply succeed. */
export type Outcome =
  | { kind: 'rejected'; error: ApiError; unplaced: UnplacedError[] }
  | { kind: 'full'; capacity: Capacity }
  /** The answer was lost, and the list is being read. */
  | { kind: 'looking'; name: string; isOffline: boolean }
  /** The answer was lost, and the list does not have the name. */
  | { kind: 'absent'; name: string; error: ApiError }
  /** It would take the list to tell, and that could not be read. */
  | { kind: 'unknown'; name: string; error: ApiError; lookUpError: ApiError }

/** The outcome of an answered create; null for one that was accepted. `unplaced` are the messages that belong to no field. */
export const outcomeOf = (
  { request: { name }, error, lookUp }: Operation,
  unplaced: UnplacedError[],
): Outcome | null => {
  if (error === null) return null
  if (lookUp?.status === 'absent') return { kind: 'absent', name, error }
  if (lookUp?.status === 'failed') return { kind: 'unknown', name, error, lookUpError: lookUp.error }
  return error.capacity === null
    ? { kind: 'rejected', error, unplaced }
    : { kind: 'full', capacity: error.capacity }
}

type Rejected = Extract<Outcome, { kind: 'rejected' }>

const rejectedDetail = ({ error, unplaced }: Rejected): string => {
  if (error.isUnauthorized)
    return 'Nothing was created. Enter a key that works, then press Create instance again; all that you typed is still here.'
  if (Object.keys(error.fields).length > unplaced.length)
    return 'Nothing was created. Each field that was refused says why.'
  return 'Nothing was created, and nothing is billed. All that you typed is still here.'
}

/** Why the service refused. What it says about fields that the page does not have is told here, all of it. */
const RejectedAlert = ({ outcome }: { outcome: Rejected }) => (
  <Alert title={outcome.error.message}>
    {outcome.unplaced.map(({ field, message }) => (
      <p key={field}>
        {fieldLabel(field)}: {message}
      </p>
    ))}
    <p>{rejectedDetail(outcome)}</p>
  </Alert>
)

const noSize = { n_vcpus: null, mem_gib: null, disk_size_gib: null } as const

interface OutcomeViewProps {
  outcome: Outcome
  estimate: Estimate
  keepTrying: KeptTrying
  onUseNearest: Parameters<typeof CapacityPanel>[0]['onUseNearest'] & {}
  onTier: (tier: CpuTier) => void
  /** Reads the list again, for the create that failed so. */
  onLookAgain: (error: ApiError) => void
}

/** The hosts are full, or the account is: the ways on, each with what it does to the price. */
const FullView = ({
  capacity,
  estimate: { form, ratesOf },
  keepTrying,
  onUseNearest,
  onTier,
}: Omit<OutcomeViewProps, 'outcome' | 'onLookAgain'> & { capacity: Capacity }) => {
  const other = form.cpu_tier === 'general-purpose' ? 'high-performance' : 'general-purpose'
  const { fits } = capacityReport(capacity, 'create')
  const priceAt = (chosen: CreateForm, what: 'size' | 'cpu_tier') => (
    <ChoiceDifference price={priceOfChoice(form, chosen, what, ratesOf)} />
  )
  return (
    <CapacityPanel
      capacity={capacity}
      action="create"
      keepTrying={keepTrying}
      onUseNearest={onUseNearest}
      nearestPrice={priceAt(atSize(form, { ...noSize, ...fits }), 'size')}
      leads
    >
      {capacity.account === null && (
        <WayOn price={priceAt({ ...form, cpu_tier: other }, 'cpu_tier')} onClick={() => onTier(other)}>
          Try {tierLabel(other)?.toLowerCase()}
        </WayOn>
      )}
    </CapacityPanel>
  )
}

/** What came of the last try, and what one can do about it. */
export const OutcomeView = ({
  outcome,
  estimate,
  keepTrying,
  onUseNearest,
  onTier,
  onLookAgain,
}: OutcomeViewProps): ReactNode => {
  switch (outcome.kind) {
    case 'rejected':
      return <RejectedAlert outcome={outcome} />
    case 'full':
      return (
        <FullView
          capacity={outcome.capacity}
          estimate={estimate}
          keepTrying={keepTrying}
          onUseNearest={onUseNearest}
          onTier={onTier}
        />
      )
    case 'looking':
      return (
        <p
          role="status"
          className="flex items-center gap-2 rounded-card bg-sunken px-3 py-2.5 text-secondary"
        >
          <Ring />
          <span className="min-w-0 wrap-anywhere">
            The answer was lost. Looking for <strong className="font-semibold">{outcome.name}</strong>…
            {outcome.isOffline && ' You are offline: the list is read when you are back.'}
          </span>
        </p>
      )
    case 'absent':
      return (
        <Alert
          tone="lamp"
          title={`The answer was lost, and ${outcome.name} is not in your list.`}
          actions={
            <Button size="sm" onClick={() => onLookAgain(outcome.error)}>
              Look again
            </Button>
          }
        >
          {outcome.error.message} As far as one can tell, nothing was created and nothing is billed. You can
          press Create instance again: names are unique, so the same name cannot start a second bill.
        </Alert>
      )
    default:
      return (
        <Alert
          title={`It is not known whether ${outcome.name} was created.`}
          actions={
            <Button size="sm" onClick={() => onLookAgain(outcome.error)}>
              Look again
            </Button>
          }
        >
          {outcome.error.outcomeUnknown
            ? 'The answer was lost'
            : 'The service has this name already, perhaps by this very request'}
          , and your list could not be read: {outcome.lookUpError.message} Nothing is sent again by itself.
          Look again before you press Create instance.
        </Alert>
      )
  }
}
