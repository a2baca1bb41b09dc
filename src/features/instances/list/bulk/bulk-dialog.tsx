import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import { useActRule } from '#storage/marks.ts'
import { actPriceText } from '#model/act-price.ts'
import { type BulkAct, planBulk } from '#model/bulk.ts'
import { AlertDialog } from '#ui/alert-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { PriceChange } from '../../parts/acts/price-change.tsx'
import { type Progress, useBulkRun } from './use-bulk-run.ts'

const words: Record<BulkAct, { verb: string; done: string; effect: string }> = {
  stop: {
    verb: 'Stop',
    done: 'Stop accepted',
    effect: 'They are shut down, and what runs on them ends. Their disks are kept.',
  },
  restart: { verb: 'Restart', done: 'Restart accepted', effect: 'They start again, each as it was.' },
  delete: {
    verb: 'Delete',
    done: 'Deleted',
    effect: 'All their data is lost for good. This cannot be undone.',
  },
}

const progressWord = (progress: Progress | undefined, done: string): string => {
  if (progress === undefined) return ''
  if (progress === 'waiting') return 'on its way…'
  return progress === 'done' ? done : progress.failed
}

interface BulkDialogProps {
  act: BulkAct
  instances: readonly Instance[]
  onClose: () => void
}

/** Asks before an act on several instances, then reports on each of them. */
const BulkDialog = ({ act, instances, onClose }: BulkDialogProps) => {
  const rule = useActRule()
  const [plan] = useState(() => planBulk(act, instances, rule))
  const { progress, run } = useBulkRun(act)
  const [typed, setTyped] = useState('')
  const { verb, done, effect } = words[act]
  const count = plan.doable.length
  const many = pluralize(count, 'instance')
  const states = [...(progress?.values() ?? [])]
  const isRunning = states.includes('waiting')
  const isOver = progress !== null && !isRunning
  const refusal =
    count === 0
      ? 'None of them can be.'
      : act === 'delete' && typed.trim() !== String(count)
        ? `Type ${count} first.`
        : undefined

  return (
    <AlertDialog
      open
      title={`${verb} instances`}
      description={isOver ? undefined : effect}
      onClose={onClose}
      onSubmit={() => {
        if (refusal === undefined && progress === null) void run(plan.doable)
      }}
      footer={
        isOver ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              type="submit"
              variant={act === 'delete' ? 'danger' : 'primary'}
              pending={isRunning}
              disabledReason={refusal}
            >
              {verb} {many}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4">
        {count > 0 && (
          <div className="grid gap-2">
            <PriceChange label={`Cost of ${many}`} price={plan} />
            <p className="text-secondary text-ink-muted">
              {actPriceText(act, plan, count === 1 ? 'one' : 'several')}
            </p>
          </div>
        )}
        <ul
          aria-live="polite"
          className="max-h-60 overflow-y-auto rounded-card border border-line text-secondary"
        >
          {plan.doable.map(({ uuid, name }) => (
            <li
              key={uuid}
              className="flex justify-between gap-4 border-b border-line px-3 py-2 last:border-b-0"
            >
              <span className="truncate font-name">{name}</span>
              <span className="text-right text-ink-muted">{progressWord(progress?.get(uuid), done)}</span>
            </li>
          ))}
          {plan.refused.map(({ instance: { uuid, name }, reason }) => (
            <li key={uuid} className="border-b border-line px-3 py-2 text-ink-muted last:border-b-0">
              <span className="block truncate">{name} is left out</span>
              {reason}
            </li>
          ))}
        </ul>
        {act === 'delete' && progress === null && count > 0 && (
          <Field label="Number of instances" hint={`Type ${count} to delete ${many}.`}>
            <TextInput
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
              }}
            />
          </Field>
        )}
      </div>
    </AlertDialog>
  )
}
export default BulkDialog
