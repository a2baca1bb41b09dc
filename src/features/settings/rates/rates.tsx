import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/use-instances.ts'
import type { Usd } from '#lib/money.ts'
import { useKept } from '#storage/kept.ts'
import { rateOverrides } from '#storage/rates.ts'
import { saveKept } from '#page/save-kept.ts'
import { type RateTarget, withOverride } from '#model/pricing/rate-overrides.ts'
import { rateTable } from './rate-table.ts'
import { publishedPrices } from '#model/pricing/rates.ts'
import { announce } from '#ui/announcer.tsx'
import { Panel } from '#ui/panel.tsx'

import { RateLine } from './rate-line.tsx'

const partLabels = { vcpu: 'vCPU', ram: 'Memory, per GiB', storage: 'Disk, per GiB' } as const

const labelOf = (target: RateTarget): string =>
  target.kind === 'gpu' ? target.model : partLabels[target.part]

/** The rates that estimates for something new are made with, and the user's own in their place. */
export const Rates = () => {
  const kept = rateOverrides.of(useApi().connectionId)
  const overrides = useKept(kept)
  const instances = useInstances().data?.instances ?? []
  const groups = rateTable({ overrides, instances, listPrices: publishedPrices })

  const change = (target: RateTarget, rate: Usd | null) => {
    if (saveKept(kept, withOverride(kept.read(), target, rate)))
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
