import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import Clock from 'lucide-react/icons/clock'
import HardDrive from 'lucide-react/icons/hard-drive'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'
import { Link } from 'react-router'

import { ZERO } from '#lib/money.ts'
import { atLeastMonthly } from '#model/pricing/amount-text.ts'
import { DAY, MINUTE } from '#lib/time.ts'
import { paths } from '#model/paths.ts'
import { type Finding, LARGE_DISK_GIB, STOPPED_FOR } from '#model/usage/findings.ts'
import { IDLE_FOR } from '#model/usage/usage.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'

const firstFindings = 5

const icons = {
  error: TriangleAlert,
  slow: Clock,
  budget: CircleDollarSign,
  idle: Clock,
  stopped: HardDrive,
} as const

interface FindingLineProps {
  finding: Finding
  /** Of the instance it is about. */
  name: string
}

const FindingLine = ({ finding: { kind, uuid, title, detail, monthly }, name }: FindingLineProps) => {
  const Icon = icons[kind]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5">
      <Icon aria-hidden size={16} className="shrink-0 text-lamp-ink max-sm:hidden" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium wrap-anywhere">{title}</p>
        <p className="text-secondary text-ink-muted">{detail}</p>
      </div>
      {monthly.known > ZERO && (
        <p className="font-semibold whitespace-nowrap text-lamp-ink">{atLeastMonthly(monthly)}</p>
      )}
      <Link
        to={paths.instance({ name, uuid: uuid ?? name })}
        aria-label={`Open ${name}`}
        className={`${buttonClass({ size: 'sm' })} print:hidden`}
      >
        Open
      </Link>
    </li>
  )
}

interface FindingsPanelProps {
  findings: readonly Finding[]
  /** Instance names by uuid. */
  names: ReadonlyMap<string, string>
}

/** What may be paid for nothing, the dearest first. Stopping and deleting are done on the instance's own page. */
export const FindingsPanel = ({ findings, names }: FindingsPanelProps) => {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? findings : findings.slice(0, firstFindings)
  return (
    <Panel title="Findings" aside="as far as this browser saw" flush>
      {findings.length === 0 ? (
        <p className="px-4 py-3.5 text-secondary text-ink-muted">
          Nothing stands out. A container shows here once its use was watched here and idled for{' '}
          {IDLE_FOR / MINUTE} minutes, a disk of {LARGE_DISK_GIB} GiB or more once it was seen stopped for{' '}
          {STOPPED_FOR / DAY} days.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((finding) => (
            <FindingLine
              key={finding.key}
              finding={finding}
              name={names.get(finding.uuid ?? '') ?? finding.uuid ?? ''}
            />
          ))}
        </ul>
      )}
      {shown.length < findings.length && (
        <div className="border-t border-line px-4 py-2.5 print:hidden">
          <Button size="sm" onClick={() => setWhole(true)}>
            Show all {findings.length}
          </Button>
        </div>
      )}
    </Panel>
  )
}
