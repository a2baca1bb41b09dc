import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatPercent } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import type { BurnPart, SplitKey } from '#model/burn.ts'
import { monthlyText } from '#model/price-text.ts'
import { stateInfo } from '#model/states.ts'
import { switchable } from '#model/what-if.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { ShareBar } from '#ui/stacked-bar.tsx'
import { Cell, Row } from '#ui/table.tsx'

import { exactText } from '../exact-text.ts'
import { linkOf } from './link-of.ts'
import type { WhatIfChoice } from './use-what-if.ts'

interface BreakdownRowProps {
  part: BurnPart
  by: SplitKey
  /** Of a line that stands for one instance. */
  instance: Instance | undefined
  whatIf: WhatIfChoice | null
}

const WhatIfBox = ({ instance, whatIf }: { instance: Instance; whatIf: WhatIfChoice }) => {
  const way = switchable(instance)
  return (
    way !== null && (
      <Checkbox
        aria-label={`What if ${instance.name} were ${way === 'stop' ? 'stopped' : 'started'}`}
        checked={whatIf.has(instance.uuid)}
        onCheckedChange={(isTicked) => whatIf.toggle(instance, isTicked)}
      />
    )
  )
}

/** One line: its name, its share of the total, and what it costs. */
export const BreakdownRow = ({ part, by, instance, whatIf }: BreakdownRowProps) => {
  const { key, label, now, share, instances } = part
  const link = linkOf(by, part)
  return (
    <Row density="compact" selected={whatIf?.has(key) === true}>
      {whatIf !== null && (
        <Cell className="pr-0 print:hidden">
          {instance !== undefined && <WhatIfBox instance={instance} whatIf={whatIf} />}
        </Cell>
      )}
      <Cell title={label}>
        {link === null ? (
          <span className="font-name">{label}</span>
        ) : (
          <Link to={link} className="font-name hover:underline">
            {label}
          </Link>
        )}
        <span className="ml-2 text-small text-ink-muted">
          {instance === undefined ? pluralize(instances, 'instance') : stateInfo(instance.state).word}
        </span>
      </Cell>
      <Cell className="max-md:hidden">
        <span className="flex items-center gap-2">
          <ShareBar share={share} />
          <span className="w-10 shrink-0 text-right text-secondary text-ink-muted">
            {share === null ? '—' : formatPercent(share * 100)}
          </span>
        </span>
      </Cell>
      <Cell align="end">
        {exactText(now)}
        {now.assumed && <span className="ml-1 text-small text-ink-muted">if running</span>}
      </Cell>
      <Cell align="end" className="text-ink-muted max-sm:hidden">
        {monthlyText(now)}
      </Cell>
    </Row>
  )
}
