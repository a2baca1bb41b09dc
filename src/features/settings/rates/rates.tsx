import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import { rateText } from '#model/pricing/price-text.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { amountResult, rateField } from '#model/pricing/amount-field.ts'
import { type RateTarget, withOverride } from '#model/pricing/rate-overrides.ts'
import { publishedPrices } from '#model/pricing/rates.ts'
import { saveStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { useStored } from '#storage/stored-value.ts'
import { rateOverrides } from '#storage/rates.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'

import { AmountForm } from '../amount-form.tsx'
import { type RateRow, rateTable } from './rate-table.ts'
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
const RateLine = ({ row, label, fullLabel, onChange }: RateLineProps) => {
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
            <span className="font-semibold">{rateText(applies.rate)}</span>
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

const partLabels = { vcpu: 'vCPU', ram: 'Memory, per GiB', storage: 'Disk, per GiB' } as const

const labelOf = (target: RateTarget): string =>
  target.kind === 'gpu' ? target.model : partLabels[target.part]

/** The rates that estimates for something new are made with, and the user's own in their place. */
export const Rates = () => {
  const stored = rateOverrides.of(useApi().connectionId)
  const overrides = useStored(stored)
  const instances = useInstances().data?.instances ?? []
  const groups = rateTable({ overrides, instances, listPrices: publishedPrices })

  const change = (target: RateTarget, rate: Usd | null) => {
    if (saveStored(stored, withOverride(stored.read(), target, rate)))
      announce(rate === null ? 'Own rate removed.' : 'Own rate saved in this browser.')
  }

  return (
    <Panel title="Rates" aside="per hour, of this account" flush>
      <p className="px-4 py-3 text-secondary text-ink-muted">
        The service has no price list, so the price of something new is made from these: your own rate, else
        that of your newest instance of the same tier or GPU, else the published list price. A rate of your
        own counts for such estimates only; what you have is shown at the rates the service reports for it.
      </p>
      {groups.map(({ key, title, rows }) => (
        <div key={key} role="group" aria-label={`Rates, ${title}`} className="border-t border-line">
          <h3 className="bg-sunken px-4 py-1.5 text-small font-medium text-ink-muted">{title}</h3>
          <ul className="divide-y divide-line">
            {rows.map((row) => {
              const label = labelOf(row.target)
              return (
                <RateLine
                  key={label}
                  row={row}
                  label={label}
                  fullLabel={row.target.kind === 'gpu' ? label : `${label}, ${title.toLowerCase()}`}
                  onChange={(rate) => change(row.target, rate)}
                />
              )
            })}
          </ul>
        </div>
      ))}
    </Panel>
  )
}
