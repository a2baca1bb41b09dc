import Bell from 'lucide-react/icons/bell'

import { formatClock, formatStopwatch } from '#lib/format.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { useOnItsWay } from '#page/use-on-its-way.ts'
import { useReadyAlert } from '#page/use-ready-alert.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

import { Acts, Details, Facts, mainActClass, Picture } from './parts.tsx'
import type { BodyProps } from './tile.tsx'

/** The offer to be told; where the browser has no such thing, the way to the page. */
const TellMe = ({ instance }: Pick<BodyProps, 'instance'>) => {
  const { isSet, isPossible, ask } = useReadyAlert()
  if (isSet || !isPossible) return <Details instance={instance} />
  return (
    <Button
      aria-label={`Tell me when ready: ${instance.name}`}
      className={mainActClass}
      icon={<Bell aria-hidden size={14} />}
      onClick={() => void ask()}
    >
      Tell me when ready
    </Button>
  )
}

/** A web app on its way: how long it takes, against how long it usually takes at most. */
export const WaitingBody = ({ instance }: BodyProps) => {
  const { since, elapsed, limit, isOverdue } = useOnItsWay(instance)
  return (
    <>
      <Picture>
        <span aria-hidden className="block h-1.5 w-2/3 overflow-hidden rounded-full bg-track">
          <span
            className={cx('block h-1.5 forced-colors:bg-[Highlight]', isOverdue ? 'bg-lamp-bar' : 'bg-plot')}
            style={{ width: `${Math.min(1, (elapsed ?? 0) / limit) * 100}%` }}
          />
        </span>
        <span>
          {elapsed !== null && `${formatStopwatch(elapsed)}, `}
          {isOverdue ? 'longer than usual' : 'on its way'}
        </span>
      </Picture>
      <Facts end={since === null ? null : `since ${formatClock(since)}`}>
        <span className={cx(isOverdue && 'text-lamp-ink')}>
          {isOverdue && 'overdue · '}
          {hourlyText(hourlyCost(instance).now)} / h
        </span>
      </Facts>
      <Acts>
        <TellMe instance={instance} />
      </Acts>
    </>
  )
}
