import Ellipsis from 'lucide-react/icons/ellipsis'
import ExternalLink from 'lucide-react/icons/external-link'
import Lock from 'lucide-react/icons/lock'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { typeLabel } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { paths } from '#model/paths.ts'
import { buttonClass, IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { Cell, CellNote, Row } from '#ui/table.tsx'

import { InstanceState } from '../actions/instance-state.tsx'
import { type Column, phone } from './columns.ts'
import { cells } from './fleet-cells.tsx'

interface NameCellProps {
  instance: Instance
  isCompact: boolean
  isLocked: boolean
}

/** The name, what it is, and on a phone its state. A compact row says what it is on the same line. */
const NameCell = ({ instance, isCompact, isLocked }: NameCellProps) => {
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

const OpenWebApp = ({ instance }: { instance: Instance }) => {
  const webApp = stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
  return (
    webApp !== null && (
      <a
        href={webApp}
        target="_blank"
        rel="noreferrer"
        aria-label={`Open the web app of ${instance.name}`}
        className={buttonClass({ size: 'sm' })}
      >
        Open
        <ExternalLink aria-hidden size={12} />
      </a>
    )
  )
}

/** Whose menu is asked for, and beside which button. */
export interface RowMenuRequest {
  uuid: string
  anchor: HTMLElement
}

interface FleetRowProps {
  instance: Instance
  columns: readonly Column[]
  isCompact: boolean
  isLocked: boolean
  isSelected: boolean
  isMenuOpen: boolean
  onSelect: (uuid: string, isSelected: boolean, withRange: boolean) => void
  onMenu: (request: RowMenuRequest) => void
}

/**
 * One instance. Memoised: what changes another instance does not render it, as long as `onSelect`, `onMenu` and `columns` stay the
 * same.
 */
export const FleetRow = memo(
  ({ instance, columns, isCompact, isLocked, isSelected, isMenuOpen, onSelect, onMenu }: FleetRowProps) => {
    const { uuid, name, ssh_command: ssh } = instance

    const draw = (key: Column['key']): ReactNode => {
      switch (key) {
        case 'select':
          return (
            <Checkbox
              aria-label={`Select ${name}`}
              checked={isSelected}
              onClick={(event: MouseEvent<HTMLInputElement>) => {
                onSelect(uuid, event.currentTarget.checked, event.shiftKey)
              }}
              readOnly
            />
          )
        case 'name':
          return <NameCell instance={instance} isCompact={isCompact} isLocked={isLocked} />
        case 'open':
          return <OpenWebApp instance={instance} />
        case 'actions':
          return (
            <span className="flex items-center justify-end gap-1">
              {ssh !== null && (
                <CopyButton text={ssh} what={`SSH command of ${name}`} className={phone.never}>
                  SSH
                </CopyButton>
              )}
              <IconButton
                size="sm"
                label={`Actions for ${name}`}
                icon={<Ellipsis aria-hidden size={15} />}
                aria-haspopup="menu"
                aria-expanded={isMenuOpen}
                onClick={({ currentTarget }) => {
                  onMenu({ uuid, anchor: currentTarget })
                }}
              />
            </span>
          )
        default: {
          const Content = cells[key]
          return <Content instance={instance} isCompact={isCompact} />
        }
      }
    }

    return (
      <Row
        data-uuid={uuid}
        density={isCompact ? 'compact' : 'comfortable'}
        selected={isSelected}
        className={phone.row}
      >
        {columns.map(({ key, align, className }) => (
          <Cell key={key} align={align} className={className}>
            {draw(key)}
          </Cell>
        ))}
      </Row>
    )
  },
)
FleetRow.displayName = 'FleetRow'
