import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'

import type { Usd } from '#lib/money.ts'
import { wholeText } from '#model/pricing/amount-text.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import { Button } from '#ui/button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

import { BudgetForm } from './budget-form.tsx'

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
