import { useState } from 'react'

import { formatRate } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { amountResult, rateField } from '#model/pricing/amount-field.ts'
import type { RateRow } from './rate-table.ts'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'

import { AmountForm } from '../amount-form.tsx'
import { sourceText } from './source-text.ts'

interface RateLineProps {
  row: RateRow
  /** "vCPU", "RTX 5090". */
  label: string
  /** The same with what it belongs to: "vCPU, high performance". */
  fullLabel: string
  /** Null goes back to what applies without a rate of one's own. */
  onChange: (rate: Usd | null) => void
}

/** One rate: what it is now, where that comes from, and the way to set one's own. */
export const RateLine = ({ row, label, fullLabel, onChange }: RateLineProps) => {
  const [isEditing, setEditing] = useState(false)
  const now = useNow(MINUTE)
  const { applies } = row
  const isOwn = applies?.source.kind === 'override'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto_172px]">
      <div className="min-w-0">
        <p>{label}</p>
        <p className="text-secondary wrap-anywhere text-ink-muted">{sourceText(row, now)}</p>
      </div>
      <p className="text-right whitespace-nowrap">
        {applies === null ? (
          <span className="text-ink-muted">unknown</span>
        ) : (
          <>
            <span className="font-semibold">{formatRate(applies.rate)}</span>
            <span className="text-secondary text-ink-muted"> / h</span>
          </>
        )}
      </p>
      {isEditing ? (
        <div className="col-span-full">
          <AmountForm
            autoFocus
            label={`${fullLabel}, per hour`}
            unit="US$ / h"
            step={0.001}
            amount={applies?.rate ?? null}
            read={(text) => amountResult(rateField, text)}
            saveLabel="Save rate"
            onSave={(rate) => {
              onChange(rate)
              setEditing(false)
            }}
          >
            <Button variant="ghost" onClick={() => setEditing(false)}>
              Cancel
            </Button>
          </AmountForm>
        </div>
      ) : (
        <div className="flex justify-end gap-1 max-sm:col-span-full max-sm:-ml-2 max-sm:justify-start">
          {isOwn && (
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Remove own rate of ${fullLabel}`}
              onClick={() => onChange(null)}
            >
              Remove
            </Button>
          )}
          <Button
            size="sm"
            variant={isOwn ? 'default' : 'ghost'}
            aria-label={`${isOwn ? 'Change' : 'Set'} own rate of ${fullLabel}`}
            onClick={() => setEditing(true)}
          >
            {isOwn ? 'Change' : 'Set own rate'}
          </Button>
        </div>
      )}
    </li>
  )
}
