import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'

import type { Capacity, CapacitySize } from '#contract/errors.ts'
import { capacityReport } from './capacity.ts'
import { Button } from '#ui/button.tsx'

import { KeepTryingLine } from './keep-trying-line.tsx'
import type { KeepTrying } from './use-keep-trying.ts'

interface CapacityPanelProps {
  capacity: Capacity
  /** What was asked for: it decides what is said about what was not done. */
  act: 'create' | 'resize' | 'restart'
  /** Fills in the nearest size that fits: whole units, null where the service names none. */
  onUseNearest?: (nearest: CapacitySize) => void
  /** From `useKeepTrying`; not offered for a limit of the account, which no waiting lifts. */
  keepTrying?: KeepTrying
  /** More buttons, such as trying the other CPU tier. */
  children?: ReactNode
}

const noSize: CapacitySize = { n_vcpus: null, mem_gib: null, disk_size_gib: null, gpu_model: null }

/** What a 422 means: which resource is short, what was asked, what is nearest, and what one can do about it. */
export const CapacityPanel = ({ capacity, act, onUseNearest, keepTrying, children }: CapacityPanelProps) => {
  const { kind, title, sentence, asked, nearest, fits } = capacityReport(capacity, act)
  const canWait = keepTrying !== undefined && kind === 'host'
  return (
    <div className="grid gap-3 rounded-panel border border-line-strong bg-sunken p-3">
      <div role="alert">
        <p className="flex items-center gap-2 font-medium">
          <CircleAlert aria-hidden size={16} className="shrink-0 text-bad-ink" />
          {title}
        </p>
        <p className="mt-0.5 text-secondary text-ink-muted">{sentence}</p>
      </div>
      {(asked !== null || nearest !== null) && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-secondary">
          {asked !== null && (
            <>
              <dt className="text-ink-muted">Asked for</dt>
              <dd>{asked}</dd>
            </>
          )}
          {nearest !== null && (
            <>
              <dt className="text-ink-muted">Nearest</dt>
              <dd className="font-medium">{nearest}</dd>
            </>
          )}
        </dl>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {fits !== null && onUseNearest !== undefined && (
          <Button onClick={() => onUseNearest({ ...noSize, ...fits })}>Use nearest size</Button>
        )}
        {children}
        {canWait && !keepTrying.isOn && <Button onClick={keepTrying.start}>Keep trying</Button>}
      </div>
      {canWait && keepTrying.isOn && <KeepTryingLine {...keepTrying} />}
    </div>
  )
}
