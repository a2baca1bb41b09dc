import { type ReactNode, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatAge, formatCount, formatNumber, formatPercent, formatStopwatch } from '#lib/format.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { stateInfo } from '#model/instance/states.ts'
import { lineOfHour } from '#model/usage/line-of-hour.ts'
import { cpuSlots, NEARLY_FULL, type UsageSample } from '#model/usage/usage.ts'
import { useOnItsWay, useStateSince, useUsualStart } from '#page/use-on-its-way.ts'
import { useNow } from '#page/use-now.ts'
import { shareOf, useIsSilent, useUrgentUsage, useUsage } from '#page/use-usage.ts'
import { cx } from '#ui/cx.ts'
import { Sparkline } from '#ui/sparkline.tsx'

import { portsIn } from './shown-ports.ts'

interface FigureProps {
  latest: UsageSample | null
  memory: number | null
  idleFor: number | null
  isError: boolean
  silentFor: number | null
}

/** CPU now, and under it what is worth knowing of it: idle, short of memory, or no answer. */
const CpuFigure = ({ latest, memory, idleFor, isError, silentFor }: FigureProps) => {
  if (latest === null && isError)
    return (
      <>
        <span className="block text-micro leading-3.5 whitespace-nowrap text-bad-ink @max-[40rem]:hidden">
          no answer
        </span>
        {silentFor !== null && (
          <span className="block text-micro leading-3.5 text-ink-muted @max-[40rem]:hidden">
            {formatAge(silentFor)}
          </span>
        )}
      </>
    )
  const note =
    memory !== null && memory >= NEARLY_FULL ? (
      <span className="block text-micro leading-3.5 whitespace-nowrap text-bad-ink @max-[40rem]:hidden">
        mem {formatPercent(memory * 100)}
      </span>
    ) : idleFor !== null ? (
      <span className="block text-micro leading-3.5 whitespace-nowrap text-lamp-ink @max-[40rem]:hidden">
        idle {formatAge(idleFor)}
      </span>
    ) : null
  return (
    <>
      <span translate="no" className={cx('block leading-4', isError && 'text-ink-muted')}>
        {latest?.cpu !== null && latest !== null && formatPercent(latest.cpu)}
      </span>
      {note}
    </>
  )
}

const LiveUsage = ({ uuid, idleSince }: { uuid: string; idleSince: number | null }) => {
  const { ref, history, latest, isError, silentFor, now } = useUsage(uuid)
  const memory = shareOf(latest?.memUsed, latest?.memTotal)
  const line = lineOfHour(history, now)
  // Held for a minute, so that most readings change a figure alone.
  const [{ drawn, minute, key }, setLine] = useState(line)
  if (key !== line.key) setLine(line)
  return (
    <div
      ref={ref}
      className="flex h-8 min-w-0 items-center gap-2.5 @max-[40rem]:h-4.5 @max-[40rem]:justify-end @max-[40rem]:gap-1.5"
    >
      <div
        className="min-w-0 flex-1 @max-[40rem]:max-w-10 @max-[40rem]:min-w-10 @max-[40rem]:[&>svg]:h-4"
        title={memory === null ? undefined : `Memory ${formatPercent(memory * 100)}`}
      >
        <Sparkline
          values={cpuSlots(drawn, { now: minute, span: HOUR, slot: MINUTE })}
          max={100}
          tone={idleSince === null ? 'plot' : 'lamp'}
        />
        <div
          aria-hidden
          className="mt-[3px] h-0.5 rounded-full bg-track @max-[40rem]:hidden @min-[122rem]:hidden forced-colors:border-t"
        >
          {memory !== null && (
            <div
              className={cx(
                'h-0.5 rounded-full',
                memory >= NEARLY_FULL ? 'bg-bad' : 'bg-ink-faint forced-colors:bg-[CanvasText]',
              )}
              style={{ width: `${memory * 100}%` }}
            />
          )}
        </div>
      </div>
      <div className="flex w-14 shrink-0 flex-col items-end @max-[40rem]:w-10 @max-[40rem]:text-small">
        <CpuFigure
          latest={latest}
          memory={memory}
          idleFor={idleSince === null ? null : Math.max(0, now - idleSince)}
          isError={isError}
          silentFor={silentFor}
        />
      </div>
    </div>
  )
}

/** How long it has been on its way, as a bar of the time after which it is overdue, and what is usual. */
const Elapsed = ({ instance }: { instance: Instance }) => {
  const { elapsed, limit, isOverdue } = useOnItsWay(instance)
  const usual = useUsualStart(instance)
  if (elapsed === null) return null
  return (
    <div className="flex h-8 items-center gap-2.5 @max-[40rem]:h-4.5 @max-[40rem]:justify-end">
      <div className="min-w-0 flex-1 @max-[40rem]:hidden">
        <div aria-hidden className="h-1.5 overflow-hidden rounded-sm bg-track forced-colors:border">
          <div
            className={cx('h-full forced-color-adjust-none', isOverdue ? 'bg-lamp-bar' : 'bg-plot')}
            style={{ width: `${Math.min(1, elapsed / limit) * 100}%` }}
          />
        </div>
        {usual !== null && (
          <span className="mt-0.5 block truncate text-micro leading-3.5 text-ink-muted @max-[72rem]:hidden">
            {`usually ${formatStopwatch(usual)}`}
          </span>
        )}
      </div>
      <div className="w-14 shrink-0 text-right leading-4">
        <span translate="no">{formatStopwatch(elapsed)}</span>
        {isOverdue && (
          <span className="block text-micro leading-3.5 text-lamp-ink @max-[40rem]:hidden">overdue</span>
        )}
      </div>
    </div>
  )
}

/** For how long it has been in error, as far as that was seen. */
const ErrorAge = ({ instance }: { instance: Instance }) => {
  const now = useNow(MINUTE)
  const since = useStateSince(instance)
  if (since === null || now - since < MINUTE) return null
  return (
    <span className="text-small text-ink-muted @max-[40rem]:hidden">{`for ${formatAge(now - since)}`}</span>
  )
}

const PortChips = ({ all, room, className }: { all: readonly number[]; room: number; className: string }) => {
  const shown = portsIn(all, room)
  return (
    // Of one line: in a cell that is narrower still, what does not fit is left out whole.
    <div className={cx('h-4.5 flex-wrap items-center gap-1 overflow-hidden', className)}>
      Ports
      {shown.map((port) => (
        <span key={port} className="rounded-sm border border-line px-1 leading-4">
          {port}
        </span>
      ))}
      {all.length > shown.length && <span>+{formatCount(all.length - shown.length)}</span>}
    </div>
  )
}

/** 22 is always open, whether the service lists it or not. */
const Ports = ({ ports }: { ports: readonly number[] }) => {
  const all = [...new Set([22, ...ports])]
  return (
    <div className="@container text-small text-ink-muted @max-[40rem]:hidden" title={all.join(', ')}>
      <PortChips all={all} room={106} className="flex @min-[16rem]:hidden" />
      <PortChips all={all} room={256} className="hidden @min-[16rem]:flex" />
    </div>
  )
}

interface UsageCellProps {
  instance: Instance
  /** Since when it idles (ms since the epoch); null where it does not, or nobody knows. */
  idleSince: number | null
  /** On a phone: the most urgent fact alone, to stand under the name before what it runs. */
  isNote?: boolean
}

const IdleFor = ({ since }: { since: number }) => (
  <span className="text-lamp-ink">idle {formatAge(Math.max(0, useNow(MINUTE) - since))} · </span>
)

/** A failed reading leaves what is said for as long as the one before it stands. */
const MaybeSilent = ({ uuid, children }: { uuid: string; children: ReactNode }) =>
  useIsSilent(uuid) ? <span className="text-bad-ink">no answer · </span> : children

const UrgentFact = ({ uuid, idleSince }: { uuid: string; idleSince: number | null }) => {
  const { fullMemory, isError } = useUrgentUsage(uuid)
  const fact =
    fullMemory !== null ? (
      <span className="text-bad-ink">mem {formatPercent(fullMemory)} · </span>
    ) : (
      idleSince !== null && <IdleFor since={idleSince} />
    )
  return isError ? <MaybeSilent uuid={uuid}>{fact}</MaybeSilent> : fact
}

/** What an instance is doing: its last hour and now, how long it has been on its way, or the ports of a virtual machine. */
const UsageCell = ({ instance, idleSince, isNote = false }: UsageCellProps) => {
  const isMeasured = checkAction('stats', instance).allowed
  if (isNote) return isMeasured && <UrgentFact uuid={instance.uuid} idleSince={idleSince} />
  if (isMeasured) return <LiveUsage uuid={instance.uuid} idleSince={idleSince} />
  const { kind } = stateInfo(instance.state)
  if (kind === 'transition') return <Elapsed instance={instance} />
  if (kind === 'running' && instance.resource_type === 'vm') return <Ports ports={instance.wan_ports} />
  if (kind === 'error') return <ErrorAge instance={instance} />
  if (kind === 'stopped')
    return (
      <span className="block text-right text-small leading-4.5 text-ink-muted @min-[40rem]:hidden">disk</span>
    )
  return null
}
export default UsageCell

/** Memory or disk in use: a bar, and the figure in GiB. */
export const InUseCell = ({ instance, what }: { instance: Instance; what: 'memory' | 'disk' }) =>
  checkAction('stats', instance).allowed ? <LiveInUse uuid={instance.uuid} what={what} /> : null

const LiveInUse = ({ uuid, what }: { uuid: string; what: 'memory' | 'disk' }) => {
  const { ref, latest } = useUsage(uuid)
  const used = what === 'memory' ? latest?.memUsed : latest?.diskUsed
  const share = shareOf(used, what === 'memory' ? latest?.memTotal : latest?.diskTotal)
  return (
    <div ref={ref} className="flex h-5 items-center gap-2">
      <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-track">
        {share !== null && (
          <span
            className={cx(
              'block h-1.5',
              share >= NEARLY_FULL ? 'bg-bad' : what === 'memory' ? 'bg-plot' : 'bg-part-disk',
            )}
            style={{ width: `${share * 100}%` }}
          />
        )}
      </span>
      <span className="w-12 text-right">{used !== null && used !== undefined && formatNumber(used)}</span>
    </div>
  )
}
