import Ellipsis from 'lucide-react/icons/ellipsis'
import ExternalLink from 'lucide-react/icons/external-link'
import { memo, type MouseEvent } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatAge, formatDateTime } from '#lib/format.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { webAppUrl } from '#model/connect.ts'
import { hourlyCost } from '#model/cost.ts'
import { environmentLabel } from '#model/flavors.ts'
import { sizeText, typeLabel } from '#model/labels.ts'
import { paths } from '#model/paths.ts'
import { hourlyText, unknownText } from '#model/price-text.ts'
import { stateInfo } from '#model/states.ts'
import { buttonClass } from '#ui/button-class.ts'
import { IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { Cell, CellNote, Row } from '#ui/table.tsx'

import { InstanceState } from '../parts/instance-state.tsx'
import { useNow } from '../parts/use-now.ts'
import { CpuCell } from './cpu-cell.tsx'
import { secondLine } from './second-line.ts'

const Age = ({ createdAt }: { createdAt: string | null }) => {
  const now = useNow(MINUTE / 4)
  const created = parseTimestamp(createdAt)
  if (created === null) return <span>—</span>
  return (
    <time dateTime={new Date(created).toISOString()} title={formatDateTime(created)}>
      {formatAge(now - created)}
    </time>
  )
}

const Cost = ({ instance }: { instance: Instance }) => {
  const { now } = hourlyCost(instance)
  const isNothing = now.known === 0n && now.unknown.length === 0
  return (
    <span className={cx(isNothing && 'text-ink-muted')} title={unknownText(now) ?? undefined}>
      {hourlyText(now)}
      {now.assumed && <span className="block text-small text-ink-muted">if running</span>}
    </span>
  )
}

export interface FleetRowProps {
  instance: Instance
  isSelected: boolean
  isMenuOpen: boolean
  onSelect: (uuid: string, isSelected: boolean, withRange: boolean) => void
  onMenu: (uuid: string, anchor: HTMLElement) => void
}

/** One instance. Memoised: a poll that changes another instance does not repaint it. */
export const FleetRow = memo(({ instance, isSelected, isMenuOpen, onSelect, onMenu }: FleetRowProps) => {
  const { uuid, name, ssh_command: ssh } = instance
  const webApp = stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
  return (
    <Row selected={isSelected}>
      <Cell className="pr-0">
        <Checkbox
          aria-label={`Select ${name}`}
          checked={isSelected}
          onClick={(event: MouseEvent<HTMLInputElement>) => {
            onSelect(uuid, event.currentTarget.checked, event.shiftKey)
          }}
          readOnly
        />
      </Cell>
      <Cell>
        <Link to={paths.instance(name)} className="block truncate font-name hover:underline" title={name}>
          {name}
        </Link>
        <CellNote>
          <span className="mr-1.5 md:hidden">
            <InstanceState instance={instance} />
          </span>
          {environmentLabel(instance)} · {typeLabel(instance.resource_type).toLowerCase()}
        </CellNote>
      </Cell>
      <Cell className="max-md:hidden">
        <InstanceState instance={instance} />
      </Cell>
      <Cell className="max-md:hidden">
        <span className="block truncate">{sizeText(instance)}</span>
        <CellNote>{secondLine(instance)}</CellNote>
      </Cell>
      <Cell className="max-xl:hidden">
        <CpuCell instance={instance} />
      </Cell>
      <Cell align="end">
        <Cost instance={instance} />
      </Cell>
      <Cell align="end" className="text-ink-muted max-lg:hidden">
        <Age createdAt={instance.created_at} />
      </Cell>
      <Cell>
        <span className="flex items-center justify-end gap-1">
          {webApp !== null && (
            <a
              href={webApp}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open the web app of ${name}`}
              className={cx(buttonClass({ size: 'sm' }), 'max-xl:hidden')}
            >
              Open
              <ExternalLink aria-hidden size={12} />
            </a>
          )}
          {ssh !== null && (
            <CopyButton text={ssh} what={`SSH command of ${name}`} className="max-md:hidden">
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
              onMenu(uuid, currentTarget)
            }}
          />
        </span>
      </Cell>
    </Row>
  )
})
FleetRow.displayName = 'FleetRow'
