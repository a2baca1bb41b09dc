import RefreshCw from 'lucide-react/icons/refresh-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, useLayoutEffect } from 'react'

import type { Capacity, CapacitySize } from '#contract/errors.ts'
import { formatCount, formatNumber } from '#lib/format.ts'
import { keepTryingOf } from '#operations/keep-trying.ts'
import { useOperations } from '#operations/operations-context.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

import { type CapacityPart, capacityReport } from './capacity.ts'
import { type KeptTrying, useNextTryText } from './use-keep-trying.ts'

/** How long until the next try, how many there were, and the way to end it. Read in place, never spoken by itself. */
const KeepTryingLine = ({ id, nextAt, tries, tryNow, cancel }: KeptTrying) => {
  const nextTry = useNextTryText(nextAt)
  const keepTrying = keepTryingOf(useOperations())
  // Before anything is painted: it is shown here, and not at the edge of the page.
  useLayoutEffect(() => keepTrying.show(id), [id, keepTrying])
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 flex-1 basis-56 text-secondary text-ink-muted">
        <span className="font-medium text-ink">{nextTry}</span>
        {tries > 0 && <span> · tried {`${formatCount(tries)}×`}</span>}
        <span> · only while this tab is open</span>
      </p>
      {/* Together in one line, whatever room the words leave. */}
      <span className="flex gap-1.5">
        <Button size="sm" pending={nextAt === null} onClick={tryNow}>
          Try now
        </Button>
        <Button size="sm" onClick={cancel}>
          Stop trying
        </Button>
      </span>
    </div>
  )
}

/** One part of the size as a bar: what is free of what was asked for, and what is missing. */
const PartLine = ({ label, asked, free }: CapacityPart) => {
  const isShort = free !== null && asked !== null && free < asked
  const share = free === null || asked === null || asked === 0 ? null : Math.min(1, free / asked)
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-2.5">
      <dt>{label}</dt>
      <dd className="contents">
        <span
          aria-hidden
          className={cx(
            'h-2.5 overflow-hidden rounded-[3px] forced-color-adjust-none',
            share === null ? 'bg-track' : 'bg-[color-mix(in_oklab,var(--bad)_22%,var(--surface))]',
          )}
        >
          <span className="block h-full bg-run" style={{ width: `${(share ?? 0) * 100}%` }} />
        </span>
        <span className="min-w-20">
          {free === null ? (
            `${formatNumber(asked ?? 0)} asked`
          ) : isShort ? (
            <>
              <strong className="font-semibold">{formatNumber(free)}</strong> of {formatNumber(asked)}
            </>
          ) : (
            `${formatNumber(asked ?? free)} free`
          )}
        </span>
      </dd>
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
  keepTrying?: KeptTrying
  /** What the nearest size does to the price, beside its button. */
  nearestPrice?: ReactNode
  /** Trying again is the first choice here, and no other button beside this panel is. */
  leads?: boolean
  /** More buttons, such as trying the other CPU tier. */
  children?: ReactNode
}

/** A way on: what it does, and at the end of the line what that does to the price. */
export const WayOn = ({
  price,
  children,
  onClick,
}: {
  price?: ReactNode
  children: ReactNode
  onClick: () => void
}) => (
  <Button className={price === undefined ? undefined : 'w-full *:w-full *:justify-between'} onClick={onClick}>
    {children}
    {price !== undefined && <span> {price}</span>}
  </Button>
)

const noSize: CapacitySize = { n_vcpus: null, mem_gib: null, disk_size_gib: null, gpu_model: null }

/** What a 422 means: which resource is short, what was asked, what is nearest, and what one can do about it. */
export const CapacityPanel = ({
  capacity,
  action,
  onUseNearest,
  keepTrying,
  nearestPrice,
  leads = false,
  children,
}: CapacityPanelProps) => {
  const { kind, title, sentence, parts, fits } = capacityReport(capacity, action)
  const canWait = keepTrying !== undefined && kind === 'host'
  return (
    <div className="grid gap-2.5 rounded-card border border-line-strong p-3">
      <div role="alert">
        <p className="flex items-center gap-2 font-semibold">
          <TriangleAlert aria-hidden size={16} className="shrink-0 text-bad-ink" />
          {title}
        </p>
        <p className="mt-0.5 text-secondary text-ink-muted">{sentence}</p>
      </div>
      {parts.length > 0 && (
        <dl className="grid gap-1.5 text-secondary">
          {parts.map((part) => (
            <PartLine key={part.label} {...part} />
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {canWait && !keepTrying.isOn && (
          <Button
            variant={leads ? 'primary' : 'default'}
            size={leads ? 'lg' : 'md'}
            icon={<RefreshCw aria-hidden size={14} />}
            className={leads ? 'w-full' : undefined}
            onClick={keepTrying.start}
          >
            Keep trying
          </Button>
        )}
        {canWait && keepTrying.isOn && <KeepTryingLine {...keepTrying} />}
        {fits !== null && onUseNearest !== undefined && (
          <WayOn price={nearestPrice} onClick={() => onUseNearest({ ...noSize, ...fits })}>
            Use nearest size
          </WayOn>
        )}
        {children}
      </div>
    </div>
  )
}
