import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'

import { splitBurn, type SplitKey } from '../burn.ts'
import type { CostsView } from '../costs-search.ts'
import { beforeAfterText, whatIfSentences } from '../what-if.ts'
import { BreakdownTable, splitWords } from './breakdown-table.tsx'
import { useWhatIf, type WhatIfChoice } from './use-what-if.ts'

interface ByChoiceProps {
  by: SplitKey
  onBy: (by: SplitKey) => void
}

/** By what the breakdown is split: side by side where there is room, a select where there is none. */
const ByChoice = ({ by, onBy }: ByChoiceProps) => (
  <>
    <Segmented
      label="Break down by"
      options={splitWords}
      value={by}
      onValueChange={onBy}
      className="max-lg:hidden print:hidden"
    />
    <Select
      size="sm"
      aria-label="Break down by"
      className="w-40 lg:hidden print:hidden"
      value={by}
      onChange={({ currentTarget }) => {
        const chosen = splitWords.find(({ value }) => value === currentTarget.value)
        if (chosen !== undefined) onBy(chosen.value)
      }}
    >
      {splitWords.map(({ value, label }) => (
        <option key={value} value={value}>
          By {value === 'tier' ? label : label.toLowerCase()}
        </option>
      ))}
    </Select>
  </>
)

/** What the ticked instances would save or add; at the foot of the window while the table is longer. */
const WhatIfLine = ({ whatIf: { stopping, starting, both, clear } }: { whatIf: WhatIfChoice }) => {
  const sentences = whatIfSentences(stopping, starting)
  const isAsked = sentences.length > 0
  return (
    <div
      className={cx(
        'flex min-h-[46px] flex-wrap items-center gap-x-4 gap-y-1 rounded-b-panel border-t border-line bg-surface px-4 py-2 print:static',
        isAsked && 'sticky bottom-0 z-10 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))]',
      )}
    >
      <p
        role="status"
        aria-label="What if"
        className={isAsked ? 'font-medium' : 'text-secondary text-ink-muted'}
      >
        {isAsked
          ? sentences.join(' ')
          : 'Tick instances to see what stopping or starting them would change. Nothing is done to them.'}
      </p>
      {isAsked && (
        <>
          <p className="text-secondary text-ink-muted">{beforeAfterText(both)}</p>
          <Button size="sm" variant="ghost" className="ml-auto print:hidden" onClick={clear}>
            Clear
          </Button>
        </>
      )}
    </div>
  )
}

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
