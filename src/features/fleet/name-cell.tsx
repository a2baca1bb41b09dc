import Lock from 'lucide-react/icons/lock'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { typeLabel } from '#model/instance/labels.ts'
import { paths } from '#model/paths.ts'
import { cx } from '#ui/cx.ts'
import { CellNote } from '#ui/table.tsx'

import { InstanceState } from '#features/actions/instance-state.tsx'
import { phone } from './column-room.ts'

interface NameCellProps {
  instance: Instance
  isCompact: boolean
  isLocked: boolean
}

/** The name, what it is, and on a phone its state. A compact row says what it is on the same line. */
export const NameCell = ({ instance, isCompact, isLocked }: NameCellProps) => {
  const { name } = instance
  const environment = environmentLabel(instance)
  const type = ` · ${typeLabel(instance.resource_type).toLowerCase()}`
  return (
    <>
      <span className="flex items-baseline gap-1.5">
        <Link
          to={paths.instance(instance)}
          className={cx(
            'min-w-0 truncate font-name outline-offset-1 hover:underline',
            isCompact || isLocked ? 'max-w-full' : 'flex-1',
          )}
          title={name}
        >
          {name}
        </Link>
        {isLocked && (
          <span
            role="img"
            aria-label="Locked in this browser"
            title="Locked in this browser"
            className="shrink-0 self-center text-ink-muted"
          >
            <Lock aria-hidden size={12} />
          </span>
        )}
        {isCompact && (
          <span className={cx('min-w-0 flex-1 truncate pl-1 text-small text-ink-muted', phone.never)}>
            {environment}
            {type}
          </span>
        )}
      </span>
      <span className={cx('block', isCompact && phone.only)}>
        <CellNote>
          <span className={phone.only}>
            <InstanceState instance={instance} />
            {' · '}
          </span>
          {environment}
          <span className={phone.never}>{type}</span>
        </CellNote>
      </span>
    </>
  )
}
