import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { useAnnotations } from '#storage/annotations.ts'
import { Panel } from '#ui/panel.tsx'

import { splitBurn } from '../burn.ts'
import { tableCell } from '../costs-grid.ts'
import type { CostsView } from '../costs-search.ts'
import { Hint } from '../hint.tsx'
import type { WhatIfChoice } from '../use-what-if.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { ByChoice } from './by-choice.tsx'

/** A longer list begins with its first lines, and the rest is summed up until it is asked for: it is the small change. */
const plainLines = 10
const firstLines = 9
const moreLines = 500

interface BreakdownPanelProps {
  instances: readonly Instance[]
  view: CostsView
  onChange: (part: Partial<CostsView>) => void
  whatIf: WhatIfChoice
}

/** The present cost split by what one asks for; by instance, the treemap as a table, with its check boxes. */
export const BreakdownPanel = ({ instances, view: { by }, onChange, whatIf }: BreakdownPanelProps) => {
  const annotations = useAnnotations()
  const [limit, setLimit] = useState({ by, lines: firstLines })
  const split = splitBurn(instances, by, (uuid) => annotations.get(uuid)?.tags ?? [])
  const least = split.parts.length <= plainLines ? plainLines : firstLines
  const lines = limit.by === by ? Math.max(least, limit.lines) : least

  return (
    <div className={tableCell}>
      <Panel
        title="Breakdown"
        actions={
          <>
            {split.isOverlapping && (
              <Hint label="How tags are counted">
                An instance with several tags is counted under each of them, so the lines may come to more
                than the total, which counts it once.
              </Hint>
            )}
            <ByChoice by={by} onBy={(next) => onChange({ by: next })} />
          </>
        }
        flush
      >
        <BreakdownTable
          split={split}
          by={by}
          lines={lines}
          instances={new Map(by === 'instance' ? instances.map((instance) => [instance.uuid, instance]) : [])}
          whatIf={by === 'instance' ? whatIf : null}
          onMore={() => setLimit({ by, lines: lines + moreLines })}
        />
      </Panel>
    </div>
  )
}
