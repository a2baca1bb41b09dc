import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'

import type { Capacity, CapacitySize } from '#contract/errors.ts'
import { formatCount } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { useNow } from '#page/use-now.ts'
import { Button } from '#ui/button.tsx'

import { capacityReport } from './capacity.ts'
import type { KeepTrying } from './use-keep-trying.ts'

/** How long until the next try, how many there were, and the way to end it. Read in place, never spoken by itself. */
const KeepTryingLine = ({ nextAt, tries, cancel }: KeepTrying) => {
  const now = useNow(SECOND)
  const seconds = nextAt === null ? null : Math.max(0, Math.ceil((nextAt - now) / SECOND))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 flex-1 basis-56 text-secondary text-ink-muted">
        <span className="font-medium text-ink">
          {seconds === null ? 'Trying now…' : `Next try in ${formatCount(seconds)} s`}
        </span>
        {tries > 0 && ` · tried ${formatCount(tries)}×`} · only while this stays open in this tab
      </p>
      <Button size="sm" onClick={cancel}>
        Stop trying
      </Button>
    </div>
  )
}

interface CapacityPanelProps {
  capacity: Capacity
  /** What was asked for: it decides what is said about what was not done. */
  action: 'create' | 'resize' | 'restart'
  /** Fills in the nearest size that fits: whole units, null where the service names none. */
  onUseNearest?: (nearest: CapacitySize) => void
  /** From `useKeepTrying`; not offered for a limit of the account, which no waiting lifts. */
  keepTrying?: KeepTrying
  /** More buttons, such as trying the other CPU tier. */
  children?: ReactNode
}

const noSize: CapacitySize = { n_vcpus: null, mem_gib: null, disk_size_gib: null, gpu_model: null }

/** What a 422 means: which resource is short, what was asked, what is nearest, and what one can do about it. */
export const CapacityPanel = ({
  capacity,
  action,
  onUseNearest,
  keepTrying,
  children,
}: CapacityPanelProps) => {
  const { kind, title, sentence, asked, nearest, fits } = capacityReport(capacity, action)
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
