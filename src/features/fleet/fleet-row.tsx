import Ellipsis from 'lucide-react/icons/ellipsis'
import ExternalLink from 'lucide-react/icons/external-link'
import Lock from 'lucide-react/icons/lock'
import Zap from 'lucide-react/icons/zap'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { gpuShortText, isHighTier } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { paths } from '#model/paths.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { NameText } from '#page/name-text.tsx'
import { buttonClass, IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Cell, CellNote, Row } from '#ui/table.tsx'

import { InstanceStateMark, InstanceStateWord } from '../actions/instance-state.tsx'
import { type Column, phone } from './columns.ts'
import { ColumnCell, UsageCell } from './fleet-cells.tsx'
import './card.css'

const CopySsh = lazyPart(() => import('./copy-ssh.tsx'), { failed: 'silent', afterRows: true })
const StopIdle = lazyPart(() => import('./instance-action.tsx'), { failed: 'silent', afterRows: true })

/** What stands under a name: what it runs, and on a narrow page its hardware; on a phone first how it is, where it does not run. */
const NameNote = ({ instance, idleSince }: { instance: Instance; idleSince: number | null }) => {
  const environment = `${environmentLabel(instance)}${instance.resource_type === 'vm' ? ' VM' : ''}`
  const gpu = gpuShortText(instance)
  return (
    <CellNote>
      <span className={phone.only}>
        <InstanceStateWord instance={instance} />
        <UsageCell instance={instance} idleSince={idleSince} isNote />
      </span>
      <span className={cx(gpu !== null && '@max-[68rem]:hidden')}>{environment}</span>
      {gpu !== null && <span className="@min-[68rem]:hidden">{gpu}</span>}
      {isHighTier(instance.cpu_tier) && (
        <Zap
          role="img"
          aria-label="High performance"
          size={11}
          className="ml-1 inline align-[-1px] @min-[68rem]:hidden"
        />
      )}
    </CellNote>
  )
}

interface NameCellProps {
  instance: Instance
  isCompact: boolean
  isLocked: boolean
  idleSince: number | null
}

const NameCell = ({ instance, isCompact, isLocked, idleSince }: NameCellProps) => {
  const { name, state } = instance
  return (
    <span className="flex items-center gap-2.5">
      <span className={cx(isCompact && '@min-[40rem]:hidden')}>
        <EnvironmentIcon environment={instance} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className={phone.only}>
            <InstanceStateMark instance={instance} />
          </span>
          <Link
            to={paths.instance(instance)}
            aria-label={name}
            className={cx(
              'min-w-0 truncate leading-4.5 font-name outline-offset-1 hover:underline',
              stateInfo(state).kind === 'stopped' && 'text-ink-muted',
            )}
            translate="no"
          >
            <NameText name={name} />
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
        </span>
        <span className={cx('block leading-4', isCompact && phone.only)}>
          <NameNote instance={instance} idleSince={idleSince} />
        </span>
      </span>
    </span>
  )
}

/** The one act that a row offers by itself: to open its web app, or to stop what idles. */
const MainAct = ({ instance, idleSince }: { instance: Instance; idleSince: number | null }) => {
  const webApp = stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
  if (webApp !== null)
    return (
      <a
        href={webApp}
        target="_blank"
        rel="noreferrer"
        aria-label={`Open the web app of ${instance.name}`}
        className={cx(buttonClass({ size: 'sm' }), 'w-16 gap-1 px-1.5! @max-[40rem]:w-10')}
      >
        <span className={phone.never}>Open</span>
        <ExternalLink aria-hidden size={12} className="shrink-0" />
      </a>
    )
  return idleSince === null ? null : <StopIdle instance={instance} />
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
  /** Since when it idles (ms since the epoch); null where it does not, or nobody knows. */
  idleSince: number | null
  onSelect: (uuid: string, isSelected: boolean, withRange: boolean) => void
  onMenu: (request: RowMenuRequest) => void
}

/**
 * One instance. Memoised: what changes another instance does not render it, as long as `onSelect`, `onMenu` and `columns` stay the
 * same.
 */
export const FleetRow = memo(
  ({
    instance,
    columns,
    isCompact,
    isLocked,
    isSelected,
    isMenuOpen,
    idleSince,
    onSelect,
    onMenu,
  }: FleetRowProps) => {
    const { uuid, name } = instance

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
          return (
            <NameCell instance={instance} isCompact={isCompact} isLocked={isLocked} idleSince={idleSince} />
          )
        case 'actions':
          return (
            <span className="flex items-center justify-end gap-0.5">
              <MainAct instance={instance} idleSince={idleSince} />
              <span className="w-6.5 @max-[40rem]:hidden pointer-coarse:w-auto">
                {instance.ssh_command !== null && <CopySsh instance={instance} />}
              </span>
              <IconButton
                size="sm"
                label={`Actions for ${name}`}
                icon={<Ellipsis aria-hidden size={15} />}
                aria-haspopup="menu"
                aria-expanded={isMenuOpen}
                className="@max-[40rem]:h-10 @max-[40rem]:w-9"
                onClick={({ currentTarget }) => {
                  onMenu({ uuid, anchor: currentTarget })
                }}
              />
            </span>
          )
        default:
          return <ColumnCell instance={instance} idleSince={idleSince} column={key} />
      }
    }

    return (
      <Row
        data-uuid={uuid}
        density={isCompact ? 'compact' : 'comfortable'}
        selected={isSelected}
        className="fleet-row"
      >
        {columns.map(({ key, align, className }) => (
          <Cell key={key} align={align} data-cell={key} className={className}>
            {draw(key)}
          </Cell>
        ))}
      </Row>
    )
  },
)
FleetRow.displayName = 'FleetRow'
