import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Usd } from '#lib/money.ts'
import { monthlyBudget } from '#storage/budget.ts'
import { useStored } from '#storage/stored-value.ts'
import { saveStored } from '#page/save-stored.ts'
import { amountResult, budgetField } from '#model/pricing/amount-field.ts'
import { paths } from '#model/paths.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'
import { showToast } from '#ui/toast-store.ts'

import { AmountForm } from './amount-form.tsx'

/** The budget per calendar month, and what comes of it. */
export const Budget = () => {
  const stored = monthlyBudget.of(useApi().connectionId)
  const budget = useStored(stored)
  const save = (next: Usd | null) => {
    if (saveStored(stored, next))
      showToast({
        tone: 'good',
        title: next === null ? 'There is no budget any more.' : 'The budget is saved.',
      })
  }
  return (
    <Panel title="Budget" aside="per calendar month, of this account">
      <AmountForm
        key={String(budget)}
        label="Budget per month"
        unit="US$"
        step={10}
        amount={budget}
        read={(text) => amountResult(budgetField, text)}
        saveLabel="Save budget"
        onSave={save}
      >
        {budget !== null && (
          <Button variant="ghost" onClick={() => save(null)}>
            Remove budget
          </Button>
        )}
      </AmountForm>
      <p className="mt-3 text-secondary text-ink-muted">
        <Link to={paths.costs()} className="text-accent underline">
          Costs
        </Link>{' '}
        marks 50&nbsp;%, 80&nbsp;% and 100&nbsp;% of it and says how the month stands. When the month is over
        its budget, or on the way there, the fleet says so under Attention. Each level is told once a month as
        a notice, where Alerts are on. Nothing is ever stopped by it: the figures are what this browser saw,
        an estimate.
      </p>
    </Panel>
  )
}
