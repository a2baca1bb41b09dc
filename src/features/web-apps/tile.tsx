import Pin from 'lucide-react/icons/pin'
import { memo } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { InstanceState } from '#features/actions/instance-state.tsx'
import { stateInfo } from '#model/instance/states.ts'
import { withPin } from '#model/instance/web-apps.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { paths } from '#model/paths.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { NameText } from '#page/name-text.tsx'
import { saveStored } from '#page/save-stored.ts'
import { webAppsUsed } from '#storage/instances.ts'
import { IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

import { ClosedBody, OpenBody, StoppedBody, WaitingBody } from './tile-bodies.tsx'

/** A web app, whether it can be opened now or not. */
export interface AnyWebApp {
  instance: Instance
  app: string
  /** Not there where it cannot be opened now; `reason` then says why. */
  url?: string
  reason?: string
}

/** What a tile says of its web app below the name. */
export interface BodyProps {
  instance: Instance
  app: string
  /** When it was last opened from here (ms since the epoch); null for never. */
  openedAt: number | null
}

const PinButton = ({ instance: { uuid, name }, isPinned }: { instance: Instance; isPinned: boolean }) => {
  const stored = webAppsUsed.of(useApi().connectionId)
  return (
    <IconButton
      size="sm"
      label={`Pin ${name}`}
      aria-pressed={isPinned}
      className={cx('-my-1', isPinned && 'text-accent!')}
      icon={<Pin aria-hidden size={15} fill={isPinned ? 'currentColor' : 'none'} />}
      onClick={() => void saveStored(stored, withPin(stored.read(), uuid, !isPinned))}
    />
  )
}

const ownerOf = ({ owner_email: email }: Instance): string | null => email?.split('@')[0] ?? null

const Body = ({ url, reason, idleSince, ...rest }: BodyProps & Omit<TileProps, 'isPinned'>) => {
  if (url !== undefined) return <OpenBody {...rest} url={url} idleSince={idleSince} />
  const { kind } = stateInfo(rest.instance.state)
  if (kind === 'transition') return <WaitingBody {...rest} />
  if (kind === 'stopped') return <StoppedBody {...rest} />
  return <ClosedBody {...rest} reason={reason} />
}

interface TileProps extends AnyWebApp {
  isPinned: boolean
  openedAt: number | null
  /** Since when it idles (ms since the epoch); null where it does not, or nobody knows. */
  idleSince: number | null
}

const NBSP = '\u00a0'

/** One web app: what it is and how it does, its last hour, and what can be done with it. Every state has the same places. */
export const Tile = memo(({ isPinned, ...app }: TileProps) => {
  const { instance, url } = app
  const { name } = instance
  const environment = environmentLabel(instance)
  const owner = ownerOf(instance)
  return (
    <li
      className={cx(
        'flex min-w-0 flex-col rounded-panel border border-line px-3.5 pt-3.5 pb-3',
        url !== undefined && 'bg-surface',
      )}
    >
      <div
        className={cx(
          'flex min-w-0 items-center gap-3 max-[20rem]:flex-wrap [&>span:first-child]:size-10 [&>span:first-child]:rounded-card',
          url !== undefined && '[&>span:first-child]:bg-accent-soft [&>span:first-child]:text-accent',
        )}
      >
        <EnvironmentIcon environment={instance} size={20} />
        <div className="min-w-0 flex-1 basis-28">
          <h2 className={cx('text-lead font-name', url === undefined && 'text-ink-muted')}>
            <Link
              to={paths.instance(instance)}
              aria-label={name}
              className="block truncate rounded-sm hover:underline"
            >
              <NameText name={name} />
            </Link>
          </h2>
          {/* One line: an owner that has no room in it goes, with the dot. */}
          <p className="flex h-[1lh] flex-wrap overflow-hidden text-small text-ink-muted">
            <span className="max-w-full truncate">{environment}</span>
            {owner !== null && (
              <span className="min-w-0 flex-1 basis-22 truncate">
                {NBSP}· {owner}
              </span>
            )}
          </p>
        </div>
        <span className="text-small text-ink-muted">
          <InstanceState instance={instance} />
        </span>
        <PinButton instance={instance} isPinned={isPinned} />
      </div>
      <Body {...app} />
    </li>
  )
})
