import Pencil from 'lucide-react/icons/pencil'
import { type FormEvent, useState } from 'react'

import { toDecimal, type Usd } from '#lib/money.ts'
import { amountResult, budgetField } from '#model/pricing/amount-field.ts'
import { wholeText } from '#model/pricing/amount-text.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

interface BudgetFormProps {
  budget: Usd | null
  /** Null takes the budget away. */
  onSave: (budget: Usd | null) => void
  onCancel: () => void
}

/** Sets, changes or removes the budget of this account, in place. */
const BudgetForm = ({ budget, onSave, onCancel }: BudgetFormProps) => {
  const [text, setText] = useState(budget === null ? '' : toDecimal(budget))
  const [error, setError] = useState<string | null>(null)

  const save = (event: FormEvent) => {
    event.preventDefault()
    // What was read once stays what it is, however it is written.
    const result = budget !== null && text === toDecimal(budget) ? budget : amountResult(budgetField, text)
    if (typeof result === 'string') setError(result)
    else onSave(result)
  }

  return (
    <form noValidate onSubmit={save} className="grid gap-2.5">
      <Field
        label="Budget per month"
        error={error}
        hint="Kept in this browser, for this account. Nothing is stopped by it."
      >
        <NumberInput
          autoFocus
          min={1}
          max={10_000_000}
          step={10}
          unit="US$"
          value={text}
          onValueChange={(next) => {
            setText(next)
            setError(null)
          }}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm">
          Save budget
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        {budget !== null && (
          <Button size="sm" variant="ghost" className="ml-auto" onClick={() => onSave(null)}>
            Remove
          </Button>
        )}
      </div>
    </form>
  )
}

interface BudgetButtonProps {
  budget: Usd | null
  /** Null without a budget, or while nothing is known of the month. */
  status: BudgetStatus | null
  /** Null takes the budget away. */
  onBudget: (budget: Usd | null) => void
}

/** The budget of the month; pressed, how it stands and where it is set, in a popover. */
export const BudgetButton = ({ budget, status, onBudget }: BudgetButtonProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        trailingIcon={<Pencil aria-hidden size={12} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {budget === null ? 'Set a budget' : `Budget ${wholeText(budget)}`}
      </Button>
      {budget !== null && <span className="hidden text-small print:inline">Budget {wholeText(budget)}</span>}
      <AnchoredPopover
        anchor={anchor}
        label="Budget"
        align="end"
        onClose={close}
        className="w-80 max-w-[calc(100vw-1rem)] p-4"
      >
        {status !== null && <p className="mb-3 text-secondary text-ink-muted">{status.sentence}</p>}
        <BudgetForm
          budget={budget}
          onSave={(next) => {
            close()
            onBudget(next)
          }}
          onCancel={close}
        />
      </AnchoredPopover>
    </>
  )
}
