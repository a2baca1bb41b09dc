import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import type { BurnPart, SplitKey } from '../burn.ts'
import { monthlyText } from '#model/pricing/price-text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { switchable } from '../what-if.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { ShareBar } from '../stacked-bar.tsx'
import { StateMark } from '#ui/state-mark.tsx'
import { Cell, Row } from '#ui/table.tsx'

import { exactText } from '../exact-text.ts'
import { shareText } from '../share-text.ts'
import { linkOf } from './link-of.ts'
import type { WhatIfChoice } from './use-what-if.ts'

interface BreakdownRowProps {
  part: BurnPart
  /** The greatest share in the table: its bar fills the column. */
  longest: number
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

/** The state of a line that is one instance; its shape alone on a phone. */
const StateNote = ({ state, isAssumed }: { state: string; isAssumed: boolean }) => {
  const { kind, word } = stateInfo(state)
  return (
    <span className="relative inline-flex items-center gap-1.5">
      <StateMark kind={kind} size={10} />
      <span className="max-sm:sr-only">
        {word}
        {isAssumed && ', counted as running'}
      </span>
    </span>
  )
}

/** One line: its name, its share of the total, and what it costs. */
export const BreakdownRow = ({ part, longest, by, instance, whatIf }: BreakdownRowProps) => {
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
        <span className="flex items-baseline gap-2.5">
          {link === null ? (
            <span className="truncate font-name">{label}</span>
          ) : (
            <Link to={link} className="truncate font-name hover:underline">
              {label}
            </Link>
          )}
          <span className="shrink-0 text-small text-ink-muted">
            {instance === undefined ? (
              <span className="max-sm:hidden">{pluralize(instances, 'instance')}</span>
            ) : (
              <StateNote state={instance.state} isAssumed={now.assumed} />
            )}
          </span>
        </span>
      </Cell>
      <Cell className="max-md:hidden">
        <span className="flex items-center gap-2">
          <ShareBar share={share === null || longest === 0 ? null : share / longest} />
          <span className="w-10 shrink-0 text-right text-secondary text-ink-muted">{shareText(share)}</span>
        </span>
      </Cell>
      <Cell align="end">{exactText(now)}</Cell>
      <Cell align="end" className="text-ink-muted max-sm:hidden">
        {monthlyText(now)}
      </Cell>
    </Row>
  )
}
