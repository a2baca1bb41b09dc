import Download from 'lucide-react/icons/download'

import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import { csvText } from '#lib/csv.ts'
import { formatCount, formatDuration, formatGib, formatPercent } from '#lib/format.ts'
import { isoText, MINUTE } from '#lib/time.ts'
import { gpuText } from '#model/instance/labels.ts'
import { atLeastHourly } from '#model/pricing/amount-text.ts'
import { changeColumn } from '#model/pricing/change-figure.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'
import { rightSize } from '#model/usage/right-size.ts'
import { IDLE_CPU, NEARLY_FULL, type UsageHistory } from '#model/usage/usage.ts'
import { useAsk } from '#operations/action-requests.ts'
import { shareOf } from '#page/use-usage.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { downloadText } from '#ui/download.ts'
import { Tooltip } from '#ui/tooltip.tsx'

const fullness = (history: UsageHistory): { what: 'Memory' | 'Disk'; share: number } | null => {
  const latest = history.at(-1)
  if (latest === undefined) return null
  const shares = [
    { what: 'Disk', used: latest.diskUsed, total: latest.diskTotal },
    { what: 'Memory', used: latest.memUsed, total: latest.memTotal },
  ] as const
  for (const { what, used, total } of shares) {
    const share = shareOf(used, total)
    if (share !== null && share >= NEARLY_FULL) return { what, share }
  }
  return null
}

const exportSamples = ({ name }: Instance, history: UsageHistory) =>
  downloadText(
    `${name}-usage.csv`,
    csvText([
      ['time', 'cpu_percent', 'mem_used_gib', 'mem_total_gib', 'disk_used_gib', 'disk_total_gib'],
      ...history.map(({ at, cpu, memUsed, memTotal, diskUsed, diskTotal }) =>
        [isoText(at), cpu, memUsed, memTotal, diskUsed, diskTotal].map((value) => `${value ?? ''}`),
      ),
    ]),
    'text/csv',
  )

interface UsageFootProps {
  instance: Instance
  history: UsageHistory
  live: boolean
  /** For how long it has been idle, in milliseconds; null where it is not. */
  idleFor: number | null
  onStop: () => void
}

/** Under the charts, always in its place: the one thing to say of this use, with the action that answers it. */
export const UsageFoot = ({ instance, history, live, idleFor, onStop }: UsageFootProps) => {
  const disabledReason = useDisabledReasons(instance)
  const ask = useAsk()
  const full = live ? fullness(history) : null
  const newest = history.at(-1)
  const fitting =
    live && full === null && idleFor === null && newest !== undefined
      ? rightSize(instance, history, newest.at)
      : null
  const saved = atLeastHourly(stopSaves(hourlyCost(instance)))
  return (
    <div
      className={`flex min-h-11 items-center gap-x-3 border-t border-line px-4 py-1.5 text-secondary ${idleFor === null || full !== null ? '' : 'rounded-b-panel bg-lamp-soft'}`}
    >
      <p className="min-w-0 flex-1 max-sm:leading-4">
        {full !== null && (
          <span className="font-medium text-bad-ink">
            {full.what} {formatPercent(full.share * 100)} full
          </span>
        )}
        {full === null && idleFor !== null && (
          <>
            <span className="font-semibold">
              CPU under {IDLE_CPU} % for {formatDuration(Math.floor(idleFor / MINUTE) * MINUTE)}
            </span>
            {gpuText(instance) !== null && (
              <Tooltip text="It may be at work." className="text-ink-muted max-sm:hidden">
                , GPU use unknown
              </Tooltip>
            )}
          </>
        )}
        {fitting !== null && (
          <>
            {formatCount(fitting.n_vcpus)} vCPU · {formatGib(fitting.mem_gib)}{' '}
            <span className="text-ink-muted">fits the last day</span>
          </>
        )}
        {full === null && idleFor === null && fitting === null && gpuText(instance) !== null && (
          <span className="text-small text-ink-muted">GPU use is not reported by the service</span>
        )}
      </p>
      {full === null && idleFor !== null && (
        <Button
          size="sm"
          disabledReason={disabledReason('stop')}
          aria-label={saved === null ? 'Stop to save' : `Stop to save ${saved}`}
          onClick={onStop}
        >
          Stop to save{saved !== null && <span className="text-good"> {saved}</span>}
        </Button>
      )}
      {fitting !== null && (
        <Button
          size="sm"
          disabledReason={disabledReason('resize')}
          aria-label="Resize to what fits"
          onClick={() => ask({ action: 'resize', instance })}
        >
          Resize{' '}
          <span className="text-good">
            {changeColumn({ known: -fitting.saves.known, unknown: fitting.saves.unknown }).figure} / h
          </span>
        </Button>
      )}
      <IconButton
        size="sm"
        label="Export samples as CSV"
        icon={<Download aria-hidden size={14} />}
        disabledReason={history.length === 0 ? 'There are no samples yet.' : undefined}
        onClick={() => exportSamples(instance, history)}
      />
    </div>
  )
}
