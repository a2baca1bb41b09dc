import type { Instance } from '#contract/instance.ts'
import { formatDuration, formatHourly, formatMonthly } from '#lib/format.ts'
import { perMonth, ZERO } from '#lib/money.ts'
import { MINUTE } from '#lib/time.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'
import { gpuText } from '#model/instance/labels.ts'
import { IDLE_CPU } from '#model/usage/usage.ts'
import { Button } from '#ui/button.tsx'

import { useRefusals } from '#features/actions/use-refusals.ts'

interface IdleNoteProps {
  instance: Instance
  /** For how long it has been idle, in milliseconds. */
  idleFor: number
  onStop: () => void
}

/** Says that a container idles, what a stop would save, and offers it. */
export const IdleNote = ({ instance, idleFor, onStop }: IdleNoteProps) => {
  const refusal = useRefusals(instance)
  const saved = stopSaves(hourlyCost(instance))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-lamp-soft px-4 py-2.5">
      <p className="min-w-0 flex-1 basis-72 text-secondary">
        <span className="font-semibold">
          CPU under {IDLE_CPU} % for {formatDuration(Math.floor(idleFor / MINUTE) * MINUTE)}.
        </span>{' '}
        {saved > ZERO && (
          <span className="text-lamp-ink">
            Stopping saves {formatHourly(saved)} / h, {formatMonthly(perMonth(saved))} / month.{' '}
          </span>
        )}
        {gpuText(instance) !== null && (
          <span className="text-ink-muted">Only the CPU is looked at: its GPU may be at work.</span>
        )}
      </p>
      <Button size="sm" disabledReason={refusal('stop')} onClick={onStop}>
        Stop to save
      </Button>
    </div>
  )
}
