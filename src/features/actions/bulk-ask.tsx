import { useId, useRef, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { type BillingAction, checkAction } from '#model/instance/actions.ts'
import { bulkLoss, type BulkPlan, bulkSentence, bulkWords, planBulk } from './bulk.ts'
import { apiCall, joinedCalls } from '#model/instance/curl.ts'
import { stateInfo } from '#model/instance/states.ts'
import { actionPrice } from '#model/pricing/action-price.ts'
import { changeColumn } from '#model/pricing/change-figure.ts'
import type { BulkRun } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { apiBase } from './api-call.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { AlertDialog } from '#ui/dialog.tsx'

import { ActionFooter, Figure, NoFigure, Sentence, TypedConfirmation } from './action-parts.tsx'
import { BulkLine, BulkList, mostLines } from './bulk-list.tsx'
import { InstanceStateMark } from './instance-state.tsx'
import { ChangeFigure, HourlySaving, UnknownNote } from './price-parts.tsx'
import { useDisabledReason } from './use-disabled-reasons.ts'

/** A change of a price per hour at the end of a line; less cost is green. */
const HourlyChange = ({ change }: { change: BulkPlan['change'] }) => {
  const { prefix, figure } = changeColumn(change)
  return (
    <span className="ml-auto flex shrink-0 items-baseline justify-end gap-1 whitespace-nowrap">
      {prefix !== '' && <span className="text-small text-ink-muted">{prefix}</span>}
      <span translate="no" className={cx('min-w-16 text-right', change.known < ZERO && 'text-good')}>
        {figure}
      </span>
    </span>
  )
}

const magnitude = (amount: bigint): bigint => (amount < ZERO ? -amount : amount)

/** Whom it will be done to and what each saves, the most first; then who is left out, and why. */
const Plan = ({ bulk, plan }: { bulk: BillingAction; plan: BulkPlan }) => {
  const lines = plan.doable
    .map((instance) => ({ instance, change: actionPrice(bulk, instance).change }))
    .toSorted((a, b) => (magnitude(a.change.known) < magnitude(b.change.known) ? 1 : -1))
  const most = magnitude(lines[0]?.change.known ?? ZERO)
  const notAllowed = plan.notAllowed.slice(0, mostLines)
  const shown = lines.slice(0, mostLines)
  return (
    <BulkList hidden={lines.length - shown.length + plan.notAllowed.length - notAllowed.length}>
      {shown.map(({ instance, change }) => (
        <BulkLine key={instance.uuid} mark={<InstanceStateMark instance={instance} />} name={instance.name}>
          <span aria-hidden className="h-2 w-16 shrink-0 forced-color-adjust-none sm:w-[5.625rem]">
            {most > ZERO && (
              <span
                className="block h-2 rounded-[3px] bg-plot"
                style={{ width: `${(Number(magnitude(change.known)) / Number(most)) * 100}%` }}
              />
            )}
          </span>
          <HourlyChange change={change} />
        </BulkLine>
      ))}
      {notAllowed.map(({ instance, reason }) => {
        // Where its state does not allow it, the state says why.
        const isState = !checkAction(bulk, instance).allowed
        const { uuid, name, state } = instance
        return (
          <BulkLine
            key={uuid}
            mark={<InstanceStateMark instance={instance} />}
            name={name}
            isMuted
            note={isState ? undefined : reason}
          >
            <span className="sr-only">{` is left out${isState ? `: ${reason}` : ''}`}</span>
            <span aria-hidden className="shrink-0">
              {isState ? stateInfo(state).phrase : 'left out'}
            </span>
          </BulkLine>
        )
      })}
    </BulkList>
  )
}

interface BulkAskProps {
  bulk: BillingAction
  instances: readonly Instance[]
  onRun: (run: BulkRun) => void
  onClose: () => void
}

/** What one action will do to several instances and to their cost, before it is asked for. */
export const BulkAsk = ({ bulk, instances, onRun, onClose }: BulkAskProps) => {
  const operations = useOperations()
  const disabledReason = useDisabledReason()
  const [plan] = useState((): BulkPlan => planBulk(bulk, instances, disabledReason))
  const [typed, setTyped] = useState('')
  const cancelRef = useRef<HTMLButtonElement>(null)
  const sentenceId = useId()
  const { verb } = bulkWords[bulk]
  const { doable } = plan
  const count = doable.length
  const many = pluralize(count, 'instance')
  const problem =
    count === 0
      ? 'None of them can be.'
      : bulk === 'delete' && typed.trim() !== String(count)
        ? `Type ${count} first.`
        : undefined

  return (
    <AlertDialog
      open
      title={`${verb} instances`}
      subject={
        <span className="text-secondary text-ink-muted">
          {count === instances.length
            ? formatCount(count)
            : `${formatCount(count)} of ${formatCount(instances.length)}`}
        </span>
      }
      describedBy={count > 0 ? sentenceId : undefined}
      {...(bulk !== 'delete' || count === 0 ? { initialFocus: cancelRef } : {})}
      onClose={onClose}
      onSubmit={() => {
        if (problem === undefined)
          onRun(operations.runAll(doable.map(({ uuid, name }) => ({ action: bulk, uuid, name }))))
      }}
      footer={
        <ActionFooter
          command={joinedCalls(
            doable.slice(0, mostLines).map(({ name }) => apiCall(bulk, { baseUrl: apiBase(), ref: name })),
          )}
          isPending={false}
          onClose={onClose}
          cancelRef={cancelRef}
        >
          <Button type="submit" variant={bulk === 'delete' ? 'danger' : 'primary'} disabledReason={problem}>
            {verb} {many}
          </Button>
        </ActionFooter>
      }
    >
      <div className="grid gap-3">
        {count === 0 ? (
          <NoFigure>None of them can be.</NoFigure>
        ) : bulk === 'delete' ? (
          <Figure {...bulkLoss(plan)} tail="for good">
            <HourlySaving change={plan.change} />
          </Figure>
        ) : (
          <ChangeFigure change={plan.change} isNothing="Changes no price" />
        )}
        <UnknownNote price={plan} />
        <Plan bulk={bulk} plan={plan} />
        {count > 0 && <Sentence id={sentenceId}>{bulkSentence(bulk, plan)}</Sentence>}
        {bulk === 'delete' && count > 0 && (
          <TypedConfirmation
            what="Number of instances"
            wanted={String(count)}
            value={typed}
            onValueChange={setTyped}
            isNumber
          />
        )}
      </div>
    </AlertDialog>
  )
}
