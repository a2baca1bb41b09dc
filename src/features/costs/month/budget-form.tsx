import { type FormEvent, useState } from 'react'

import { toDecimal, type Usd } from '#lib/money.ts'
import { amountResult, budgetField } from '#model/pricing/amount-field.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

interface BudgetFormProps {
  budget: Usd | null
  /** Null takes the budget away. */
  onSave: (budget: Usd | null) => void
  onCancel: () => void
}

/** Sets, changes or removes the budget of this account, in place. */
export const BudgetForm = ({ budget, onSave, onCancel }: BudgetFormProps) => {
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
