import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { Usd } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { amountResult, rateField } from '#model/pricing/amount-field.ts'
import { rateText } from '#model/pricing/price-text.ts'
import { publishedPrices, type RateTarget, withOverride } from '#model/pricing/rates.ts'
import { saveStored } from '#page/save-stored.ts'
import { useNow } from '#page/use-now.ts'
import { useStored } from '#storage/stored-value.ts'
import { rateOverrides } from '#storage/money.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Panel } from '#ui/panel.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

import { AmountForm } from '../setting.tsx'
import { mostlyFrom, type RateGroup, type RateRow, rateTable, sourceText } from './rate-table.ts'

interface RateCellProps {
  row: RateRow
  /** "vCPU, high performance", "RTX 5090". */
  label: string
  /** Null goes back to what applies without a rate of one's own. */
  onChange: (rate: Usd | null) => void
}

/** One rate: what it is now, where that comes from, and the way to set one's own. */
const RateCell = ({ row, label, onChange }: RateCellProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const now = useNow(MINUTE)
  const { applies } = row
  const isOwn = applies?.source.kind === 'override'
  const source = sourceText(row, now)
  const close = () => setAnchor(null)
  return (
    <div className="flex items-center justify-end gap-1">
      <span
        translate="no"
        title={source}
        className={cx(applies === null && 'text-ink-muted', isOwn && 'font-semibold text-accent')}
      >
        {rateText(applies?.rate ?? null)}
      </span>
      <IconButton
        size="sm"
        label={`${isOwn ? 'Change' : 'Set'} own rate of ${label}`}
        consequence={source}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        icon={<Pencil aria-hidden size={13} />}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <AnchoredPopover
        anchor={anchor}
        align="end"
        label={`Own rate of ${label}`}
        onClose={close}
        className="grid w-80 max-w-[calc(100vw-1rem)] gap-2 p-3"
      >
        <AmountForm
          label={`${label}, per hour`}
          unit="US$ / h"
          step={0.001}
          amount={applies?.rate ?? null}
          read={(text) => amountResult(rateField, text)}
          saveLabel="Save rate"
          onSave={(rate) => {
            onChange(rate)
            close()
          }}
        >
          {isOwn && (
            <Button
              variant="ghost"
              aria-label={`Remove own rate of ${label}`}
              onClick={() => {
                onChange(null)
                close()
              }}
            >
              Remove
            </Button>
          )}
        </AmountForm>
        <p className="text-secondary wrap-anywhere text-ink-muted">{source}</p>
      </AnchoredPopover>
    </div>
  )
}

const partLabels = { vcpu: 'vCPU', ram: 'GiB RAM', storage: 'GiB disk' } as const
const fullLabels = { vcpu: 'vCPU', ram: 'Memory, per GiB', storage: 'Disk, per GiB' } as const

/** As the heads of columns have them. */
const shortTiers: Readonly<Record<string, string>> = {
  'general-purpose': 'General',
  'high-performance': 'High perf.',
}

const headClass = 'h-7.5 px-0 text-small font-medium text-ink-muted'
const cellClass = 'h-9 border-t border-line p-0 pr-2.5'

interface TableProps {
  groups: readonly RateGroup[]
  onChange: (target: RateTarget, rate: Usd | null) => void
}

/** The rates of some tiers side by side: a part of the price in each row. */
const TierTable = ({ groups, onChange }: TableProps) => (
  <table className="w-full table-fixed border-collapse text-secondary">
    <thead>
      <tr>
        <th scope="col" className={cx(headClass, 'pl-4 text-left')}>
          Per hour
        </th>
        {groups.map(({ key, title }) => (
          <th key={key} scope="col" aria-label={title} className={cx(headClass, 'truncate pr-10 text-right')}>
            {(Object.hasOwn(shortTiers, key) ? shortTiers[key] : undefined) ?? title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {(['vcpu', 'ram', 'storage'] as const).map((part) => (
        <tr key={part}>
          <th scope="row" className={cx(cellClass, 'pl-4 text-left font-normal')}>
            {partLabels[part]}
          </th>
          {groups.map(({ key, title, rows }) => {
            const row = rows.find(({ target }) => target.kind === 'tier' && target.part === part)
            return (
              <td key={key} className={cellClass}>
                {row !== undefined && (
                  <RateCell
                    row={row}
                    label={`${fullLabels[part]}, ${title.toLowerCase()}`}
                    onChange={(rate) => onChange(row.target, rate)}
                  />
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)

/** The rates of what is counted by the piece. */
const GpuTable = ({ groups, onChange }: TableProps) => (
  <table className="w-full border-collapse border-t border-line text-secondary">
    <thead>
      <tr>
        <th scope="col" colSpan={2} className={cx(headClass, 'pl-4 text-left')}>
          Each, per hour
        </th>
      </tr>
    </thead>
    <tbody>
      {groups
        .flatMap(({ rows }) => rows)
        .map((row) =>
          row.target.kind === 'gpu' ? (
            <tr key={row.target.model}>
              <th scope="row" className={cx(cellClass, 'pl-4 text-left font-normal wrap-anywhere')}>
                {row.target.model}
              </th>
              <td className={cellClass}>
                <RateCell
                  row={row}
                  label={row.target.model}
                  onChange={(rate) => onChange(row.target, rate)}
                />
              </td>
            </tr>
          ) : null,
        )}
    </tbody>
  </table>
)

const AboutRates = () => (
  <InfoMark label="About rates">
    <p>
      The service has no price list, so the price of something new is made from these: your own rate, else
      that of your newest instance of the same tier or GPU, else the published list price.
    </p>
    <p>
      A rate of your own counts for such estimates only; what you have is shown at the rates the service
      reports for it.
    </p>
  </InfoMark>
)

/** So many tiers stand side by side. */
const abreast = 2

/** The rates that estimates for something new are made with, and the user's own in their place. */
export const Rates = () => {
  const stored = rateOverrides.of(useApi().connectionId)
  const overrides = useStored(stored)
  const instances = useInstances().data?.instances ?? []
  const groups = rateTable({ overrides, instances, listPrices: publishedPrices })
  const tiers = groups.filter(({ key }) => key !== 'gpus')
  const rows = Array.from({ length: Math.ceil(tiers.length / abreast) }, (_, index) =>
    tiers.slice(index * abreast, (index + 1) * abreast),
  )

  const change = (target: RateTarget, rate: Usd | null) => {
    if (saveStored(stored, withOverride(stored.read(), target, rate)))
      announce(rate === null ? 'Own rate removed.' : 'Own rate saved in this browser.')
  }

  return (
    <Panel title="Rates" flush aside={mostlyFrom(groups)} actions={<AboutRates />}>
      {rows.map((some) => (
        <TierTable key={some[0]?.key} groups={some} onChange={change} />
      ))}
      <GpuTable groups={groups.filter(({ key }) => key === 'gpus')} onChange={change} />
    </Panel>
  )
}
