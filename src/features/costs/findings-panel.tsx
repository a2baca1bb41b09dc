import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import Clock from 'lucide-react/icons/clock'
import HardDrive from 'lucide-react/icons/hard-drive'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'
import { Link } from 'react-router'

import { ZERO } from '#lib/money.ts'
import { atLeastMonthly } from '#model/pricing/amount-text.ts'
import { paths } from '#model/paths.ts'
import type { Finding } from '#model/usage/findings.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'

const firstFindings = 5

const icons = {
  error: TriangleAlert,
  slow: Clock,
  budget: CircleDollarSign,
  idle: Clock,
  stopped: HardDrive,
} as const

/** Whom it is about, what, and what is at stake in a month; it leads to the instance, where one can act. */
const FindingLine = ({ finding: { kind, uuid, subject, fact, detail, monthly } }: { finding: Finding }) => {
  const Icon = icons[kind]
  const ink = kind === 'error' ? 'text-bad-ink' : 'text-lamp-ink'
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 px-4 py-2" title={detail}>
      <Icon aria-hidden size={15} className={cx('shrink-0', ink)} />
      <Link
        to={paths.instance({ name: subject, uuid: uuid ?? subject })}
        aria-label={`Open ${subject}`}
        className="min-w-0 truncate font-name hover:underline"
      >
        {subject}
      </Link>
      <span className={cx('shrink-0', ink)}>{fact}</span>
      {monthly.known > ZERO && (
        <span className="ml-auto shrink-0 text-ink-muted" translate="no">
          {atLeastMonthly(monthly)}
        </span>
      )}
    </li>
  )
}

/** What may be paid for nothing, the dearest first. Stopping and deleting are done on the instance's own page. */
export const FindingsPanel = ({ findings }: { findings: readonly Finding[] }) => {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? findings : findings.slice(0, firstFindings)
  if (findings.length === 0)
    return (
      <section
        aria-label="Findings"
        className="flex flex-wrap items-baseline gap-x-2 rounded-panel border border-line bg-surface px-4 py-3"
      >
        <h2 className="font-semibold">Findings</h2>
        <p className="text-secondary text-ink-muted">nothing stands out</p>
      </section>
    )
  return (
    <Panel title="Findings" flush>
      <ul className="divide-y divide-line text-secondary">
        {shown.map((finding) => (
          <FindingLine key={finding.key} finding={finding} />
        ))}
      </ul>
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
