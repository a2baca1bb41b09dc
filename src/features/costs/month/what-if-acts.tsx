import { useAsk } from '#operations/action-requests.ts'
import { Button } from '#ui/button.tsx'

import type { WhatIfChoice } from '../use-what-if.ts'
import { switchable, type Way } from '../what-if.ts'

/** The foot of the month: how many are ticked, and how to do in truth what was thought. It keeps its height. */
export const WhatIfActs = ({ whatIf: { ticked, clear } }: { whatIf: WhatIfChoice }) => {
  const ask = useAsk()
  const of = (way: Way) => ticked.filter((instance) => switchable(instance) === way)
  const stops = of('stop')
  const starts = of('start')
  return (
    <div className="flex h-12.5 items-center gap-2 border-t border-line pr-2.5 pl-4 text-secondary pointer-coarse:h-14">
      {ticked.length === 0 ? (
        <p className="text-ink-muted print:hidden">None ticked</p>
      ) : (
        <>
          <p className="font-semibold">{ticked.length} ticked</p>
          <Button size="sm" variant="ghost" onClick={clear}>
            Clear
          </Button>
          <span className="grow" />
          {starts.length > 0 && (
            <Button
              variant={stops.length === 0 ? 'primary' : 'default'}
              onClick={() => ask({ action: 'bulk', bulk: 'restart', instances: starts })}
            >
              Restart {starts.length}…
            </Button>
          )}
          {stops.length > 0 && (
            <Button variant="primary" onClick={() => ask({ action: 'bulk', bulk: 'stop', instances: stops })}>
              Stop {stops.length}…
            </Button>
          )}
        </>
      )}
    </div>
  )
}
