import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'

import type { Instance } from '#contract/instance.ts'
import { formatMonthly } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import type { Finding } from '#model/findings.ts'
import { stateInfo } from '#model/states.ts'
import { IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { StateMark } from '#ui/state-mark.tsx'

import { FindingAct } from './finding-act.tsx'
import { frame } from './frame.ts'

interface FindingRowProps {
  finding: Finding
  /** The instance it is about; null for one about the account. */
  instance: Instance | null
  /** Everything is to be read: nothing is cut short to keep the row at its height. */
  isWhole: boolean
  onDismiss: (finding: Finding) => void
}

/** One finding: what it is, what is at stake, and the act that answers it. */
export const FindingRow = ({ finding, instance, isWhole, onDismiss }: FindingRowProps) => {
  const { title, detail, monthly, act } = finding
  return (
    <li
      className={cx(
        'grid grid-cols-[14px_minmax(0,1fr)_auto] content-center items-center gap-x-3 gap-y-1.5 px-3 py-1 md:grid-cols-[14px_minmax(0,1fr)_auto_auto]',
        isWhole ? 'min-h-[52px] border-t border-line py-2' : cx(frame.row, frame.later),
      )}
    >
      <span className="grid place-items-center max-md:self-start max-md:pt-1">
        {instance === null ? (
          <TriangleAlert aria-hidden size={14} className="text-lamp-ink" />
        ) : (
          <StateMark kind={stateInfo(instance.state).kind} />
        )}
      </span>
      <div className="min-w-0 max-md:col-span-2">
        <p className={cx('font-medium', isWhole ? 'wrap-anywhere' : 'truncate')}>{title}</p>
        <p
          title={isWhole ? undefined : detail}
          className={cx(
            'text-secondary text-ink-muted',
            !isWhole && 'line-clamp-1 max-lg:line-clamp-2 max-md:line-clamp-3',
          )}
        >
          {detail}
        </p>
      </div>
      <p className="text-right whitespace-nowrap max-md:col-start-2 max-md:text-left">
        {monthly > ZERO && (
          <>
            <span className="font-semibold text-lamp-ink">{formatMonthly(monthly)}</span>
            <span className="text-secondary text-ink-muted"> / month at stake</span>
          </>
        )}
      </p>
      <span className="flex items-center justify-end gap-1 lg:min-w-[92px]">
        <FindingAct act={act} instance={instance} />
        <IconButton
          size="sm"
          label={`Dismiss: ${title}`}
          icon={<X aria-hidden size={14} />}
          onClick={() => onDismiss(finding)}
        />
      </span>
    </li>
  )
}
