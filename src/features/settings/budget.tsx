import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { formatShortDay } from '#lib/calendar.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { dayBorders, monthStart } from '#model/ledger/days.ts'
import { ledgerTotals, toUsd } from '#model/ledger/totals.ts'
import { paths } from '#model/paths.ts'
import { amountResult, budgetField } from '#model/pricing/amount-field.ts'
import { boundsText } from '#model/pricing/amount-text.ts'
import { saveStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { monthlyBudget } from '#storage/money.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { useStored } from '#storage/stored-value.ts'
import { Button } from '#ui/button.tsx'
import { InfoMark } from '#ui/info-mark.tsx'
import { Panel } from '#ui/panel.tsx'
import { showToast } from '#ui/toast-store.ts'

import { AmountForm } from './setting.tsx'

const AboutBudget = () => (
  <InfoMark label="About the budget">
    <p>
      <Link to={paths.costs()} className="text-accent underline">
        Costs
      </Link>{' '}
      marks 50&nbsp;%, 80&nbsp;% and 100&nbsp;% of it. When the month is over its budget, or on the way there,
      the fleet says so under Attention; each level is told once a month, where Alerts are on.
    </p>
    <p>Nothing is ever stopped by it: the figures are what this browser saw, an estimate.</p>
  </InfoMark>
)

/** What the month came to so far, as far as this browser saw. */
const SoFar = () => {
  const { data } = useQuery(ledgerQuery(useApi()))
  const now = useNow(MINUTE)
  if (data === undefined) return null
  const start = monthStart(now)
  const { low, estimate, high, unknown } = ledgerTotals(data, dayBorders(start, now)).total
  const { estimate: text } = boundsText({
    low: toUsd(low),
    estimate: toUsd(estimate),
    high: toUsd(high),
    unknown,
  })
  return (
    <>
      {text} since {formatShortDay(start)}
    </>
  )
}

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
    <Panel title="Budget" aside={<SoFar />} actions={<AboutBudget />}>
      <AmountForm
        key={String(budget)}
        label="Budget per month"
        hideLabel
        unit="US$ / month"
        step={10}
        amount={budget}
        read={(text) => amountResult(budgetField, text)}
        saveLabel="Save budget"
        onSave={save}
      >
        {budget !== null && (
          <Button variant="ghost" aria-label="Remove budget" onClick={() => save(null)}>
            Remove
          </Button>
        )}
      </AmountForm>
    </Panel>
  )
}
