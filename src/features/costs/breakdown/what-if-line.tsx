import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

import type { WhatIfChoice } from './use-what-if.ts'
import { beforeAfterText, whatIfSentences } from './what-if-text.ts'

/** What the ticked instances would save or add; at the foot of the window while the table is longer. */
export const WhatIfLine = ({ whatIf: { stopping, starting, both, clear } }: { whatIf: WhatIfChoice }) => {
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
