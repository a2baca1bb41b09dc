import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { splitBurn } from '../burn.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'

import type { CostsView } from '../costs-search.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { ByChoice } from './by-choice.tsx'
import { useWhatIf } from './use-what-if.ts'
import { WhatIfLine } from './what-if-line.tsx'

/** A longer list begins with its first lines, and the rest is summed up until it is asked for: it is the small change. */
const plainLines = 40
const firstLines = 25
const moreLines = 500

interface BreakdownPanelProps {
  instances: readonly Instance[]
  view: CostsView
  onChange: (part: Partial<CostsView>, options?: { replace: boolean }) => void
}

/** The present cost split by what one asks for; by instance, with what stopping or starting some of them would change. */
export const BreakdownPanel = ({ instances, view, onChange }: BreakdownPanelProps) => {
  const { by } = view
  const [limit, setLimit] = useState({ by, lines: firstLines })
  const split = splitBurn(instances, by)
  const isPlain = split.parts.length <= plainLines
  const lines = isPlain ? plainLines : limit.by === by ? limit.lines : firstLines
  const whatIf = useWhatIf(instances, view, onChange)
  const hidden = split.parts.length - lines

  return (
    <Panel title="Breakdown" actions={<ByChoice by={by} onBy={(next) => onChange({ by: next })} />} flush>
      <BreakdownTable
        split={split}
        by={by}
        lines={lines}
        instances={new Map(by === 'instance' ? instances.map((instance) => [instance.uuid, instance]) : [])}
        whatIf={by === 'instance' ? whatIf : null}
      />
      {hidden > 0 && (
        <div className="border-t border-line px-4 py-2.5 print:hidden">
          <Button size="sm" onClick={() => setLimit({ by, lines: lines + moreLines })}>
            Show {Math.min(hidden, moreLines)} more
          </Button>
        </div>
      )}
      {by === 'instance' && <WhatIfLine whatIf={whatIf} />}
    </Panel>
  )
}
