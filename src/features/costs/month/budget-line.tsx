import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'

import { formatDollars, formatPercent } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import { BudgetForm } from './budget-form.tsx'

interface BudgetLineProps {
  budget: Usd | null
  /** Null without a budget, or while nothing is known of the month. */
  status: BudgetStatus | null
  onBudget: (budget: Usd | null) => void
}

const Warning = ({ status: { level, sentence } }: { status: BudgetStatus }) =>
  level === 'ok' ? (
    <p className="text-secondary text-ink-muted">{sentence}</p>
  ) : (
    <p className="flex gap-2 rounded-card border border-lamp/45 bg-lamp-soft px-3 py-2 text-secondary">
      <TriangleAlert aria-hidden size={15} className="mt-px shrink-0 text-lamp-ink" />
      <span>{sentence}</span>
    </p>
  )

/** The budget of the month: how it stands, and where it is set. */
export const BudgetLine = ({ budget, status, onBudget }: BudgetLineProps) => {
  const [isEditing, setEditing] = useState(false)
  if (isEditing)
    return (
      <BudgetForm
        budget={budget}
        onSave={(next) => {
          onBudget(next)
          setEditing(false)
        }}
        onCancel={() => setEditing(false)}
      />
    )
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2">
        <p className="font-medium">
          {budget === null ? 'No budget set' : `Budget ${formatDollars(budget)}`}
          {status !== null && (
            <span className="ml-2 font-normal text-ink-muted">{formatPercent(status.percent)} reached</span>
          )}
        </p>
        <Button size="sm" className="ml-auto print:hidden" onClick={() => setEditing(true)}>
          {budget === null ? 'Set a budget' : 'Change budget'}
        </Button>
      </div>
      {status !== null ? <Warning status={status} /> : budget !== null && <Skeleton className="h-[54px]" />}
    </div>
  )
}
