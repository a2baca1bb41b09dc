import Download from 'lucide-react/icons/download'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { type DayCost, dayCostsCsv, instanceCostsCsv } from './costs-csv.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { Button } from '#ui/button.tsx'
import { downloadText } from '#ui/download.ts'
import { AnchoredMenu } from '#ui/menu.tsx'

import { type SpanPart, yearOfDays } from './days/span-days.ts'

const pad = (value: number) => `${value}`.padStart(2, '0')

/** A local day as files name it: "2026-10-06". */
const isoDay = (time: number): string => {
  const date = new Date(time)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

const dayCost = ({ from, seen, figures: { low, estimate, high } }: SpanPart): DayCost => ({
  day: isoDay(from),
  low,
  estimate,
  high,
  coverage: seen,
})

interface ExportMenuProps {
  instances: readonly Instance[]
  /** Null while this browser's memory is being read. */
  ledger: Ledger | null
  now: () => number
}

/** Hands out the figures of the page as files, to the last digit. */
export const ExportMenu = ({ instances, ledger, now }: ExportMenuProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const save = (name: string, csv: string) =>
    downloadText(`hatteras-${name}-${isoDay(now())}.csv`, csv, 'text/csv')
  return (
    <>
      <Button
        icon={<Download aria-hidden size={14} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        className="print:hidden"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        Export
      </Button>
      <AnchoredMenu
        anchor={anchor}
        label="Export"
        onClose={() => setAnchor(null)}
        entries={[
          {
            kind: 'act',
            label: 'Present costs (CSV)',
            onSelect: () => save('costs', instanceCostsCsv(instances)),
          },
          {
            kind: 'act',
            label: 'Costs by day (CSV)',
            disabledReason: ledger === null ? 'What this browser saw is still being read.' : undefined,
            onSelect: () => {
              if (ledger !== null) save('costs-by-day', dayCostsCsv(yearOfDays(ledger, now()).map(dayCost)))
            },
          },
          {
            kind: 'act',
            label: 'Print',
            onSelect: () => globalThis.print(),
          },
        ]}
      />
    </>
  )
}
