import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bell from 'lucide-react/icons/bell'
import KeyRound from 'lucide-react/icons/key-round'
import RotateCw from 'lucide-react/icons/rotate-cw'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import {
  formatAge,
  formatAgo,
  formatClock,
  formatDateTime,
  formatPercent,
  formatStopwatch,
} from '#lib/format.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { withOpened } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText, monthlyText } from '#model/pricing/price-text.ts'
import { cpuSlots, NEARLY_FULL } from '#model/usage/usage.ts'
import { useAsk } from '#operations/action-requests.ts'
import { useNow } from '#page/use-now.ts'
import { useOnItsWay } from '#page/use-on-its-way.ts'
import { useReadyAlert } from '#page/use-ready-alert.ts'
import { shareOf, useUsage } from '#page/use-usage.ts'
import { webAppsUsed } from '#storage/instances.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { LinkTools } from '#ui/link-tools.tsx'
import { Sparkline } from '#ui/sparkline.tsx'

import type { BodyProps } from './tile.tsx'

/** The place of the picture; what stands there instead is on a ground of its own. */
const Picture = ({ children }: { children: ReactNode }) => (
  <div className="mt-3 grid h-22 content-center justify-items-center gap-3 rounded-control border-b border-line bg-sunken px-4 text-center text-secondary text-balance text-ink-muted">
    {children}
  </div>
)

/** The line under the picture: figures at the left, one fact at the right. */
const Facts = ({ children, end }: { children?: ReactNode; end: ReactNode }) => (
  <div className="flex h-7 items-center gap-3 pt-1 text-small whitespace-nowrap text-ink-muted">
    {children}
    <span className="ml-auto truncate">{end}</span>
  </div>
)

/** What one can do, in one line of the same height in every state. */
const Acts = ({ children }: { children: ReactNode }) => (
  <div className="mt-2.5 flex min-h-[2.125rem] items-center gap-0.5">{children}</div>
)

const mainActClass = 'h-[2.125rem]! flex-1'

/** When it was last opened from this browser. */
const Opened = ({ at }: { at: number | null }) => {
  const now = useNow(MINUTE / 4)
  return at === null ? (
    <>never opened</>
  ) : (
    <time title={formatDateTime(at)}>opened {formatAgo(Math.floor((now - at) / MINUTE) * MINUTE)}</time>
  )
}

/** The way to the page of an instance about which its tile can do nothing. */
const Details = ({ instance }: { instance: Instance }) => (
  <Link
    to={paths.instance(instance)}
    aria-label={`Details of ${instance.name}`}
    className={cx(buttonClass(), mainActClass)}
  >
    Details
  </Link>
)

/** A web app whose instance is stopped: what its disk costs, and the way to start it again with what that costs. */
export const StoppedBody = ({ instance, openedAt }: BodyProps) => {
  const ask = useAsk()
  const disabledReason = useDisabledReasons(instance)('restart')
  const { running, stopped } = hourlyCost(instance)
  return (
    <>
      <Picture>Disk kept, {monthlyText(stopped)} / month</Picture>
      <Facts end={<Opened at={openedAt} />}>{hourlyText(stopped)} / h now</Facts>
      <Acts>
        <Button
          aria-label={`Restart ${instance.name}`}
          className={mainActClass}
          icon={<RotateCw aria-hidden size={14} />}
          disabledReason={disabledReason}
          consequence={actionPriceText('restart', actionPrice('restart', instance))}
          onClick={() => ask({ action: 'restart', instance })}
        >
          Restart <span className="text-ink-muted">{hourlyText(running)} / h</span>
        </Button>
      </Acts>
    </>
  )
}

/** A web app that cannot be opened for another reason, which is said. */
export const ClosedBody = ({ instance, openedAt, reason }: BodyProps & { reason?: string | undefined }) => (
  <>
    <Picture>{reason}</Picture>
    <Facts end={<Opened at={openedAt} />}>{hourlyText(hourlyCost(instance).now)} / h now</Facts>
    <Acts>
      <Details instance={instance} />
    </Acts>
  </>
)

/** The offer to be told; where the browser has no such thing, the way to the page. */
const NotifyMe = ({ instance }: Pick<BodyProps, 'instance'>) => {
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
        <NotifyMe instance={instance} />
      </Acts>
    </>
  )
}

const Figure = ({ share, what, bad = false }: { share: number; what: string; bad?: boolean }) => (
  <span className={cx(bad && 'text-bad-ink')}>
    <span translate="no" className={cx('text-body font-name', !bad && 'text-ink')}>
      {formatPercent(share)}
    </span>{' '}
    {what}
  </span>
)

interface UsageProps extends Pick<BodyProps, 'instance' | 'openedAt'> {
  idleSince: number | null
}

/** The last hour of its CPU, and what is in use now. */
const Usage = ({ instance: { uuid }, openedAt, idleSince }: UsageProps) => {
  const { ref, history, latest, isError, now } = useUsage(uuid)
  const memory = shareOf(latest?.memUsed, latest?.memTotal)
  return (
    <div ref={ref}>
      <div className="mt-3 flex h-22 items-end border-b border-line">
        <Sparkline
          values={cpuSlots(history, { now, span: HOUR, slot: MINUTE })}
          max={100}
          height={86}
          tone={idleSince === null ? 'plot' : 'lamp'}
        />
      </div>
      <Facts
        end={
          idleSince === null ? (
            <Opened at={openedAt} />
          ) : (
            <span className="text-lamp-ink">idle {formatAge(Math.max(0, now - idleSince))}</span>
          )
        }
      >
        {latest === null && isError && <span className="text-bad-ink">no answer</span>}
        {latest !== null && latest.cpu !== null && <Figure share={latest.cpu} what="CPU" />}
        {memory !== null && <Figure share={memory * 100} what="memory" bad={memory >= NEARLY_FULL} />}
      </Facts>
    </div>
  )
}

const FirstPassword = ({ instance: { name, original_ccloud_password: password } }: { instance: Instance }) =>
  password === null ? null : (
    <CopyButton
      secret
      size="md"
      text={password}
      what={`first password of ${name}`}
      icon={<KeyRound aria-hidden size={15} />}
    />
  )

/** A web app that runs: its last hour, and the ways in. */
export const OpenBody = ({
  instance,
  app,
  url,
  openedAt,
  idleSince,
}: BodyProps & { url: string; idleSince: number | null }) => {
  const { connectionId, now } = useApi()
  const { name, uuid } = instance
  const stored = webAppsUsed.of(connectionId)
  // Where the browser does not keep it, that is no news to somebody who opens something.
  const noteOpened = () => void stored.write(withOpened(stored.read(), uuid, now()))
  return (
    <>
      {checkAction('stats', instance).allowed ? (
        <Usage instance={instance} openedAt={openedAt} idleSince={idleSince} />
      ) : (
        <>
          <Picture>No usage of virtual machines</Picture>
          <Facts end={<Opened at={openedAt} />} />
        </>
      )}
      <Acts>
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          title={url}
          aria-label={`Open ${app} on ${name}`}
          onClick={noteOpened}
          onAuxClick={(event) => {
            if (event.button === 1) noteOpened()
          }}
          className={cx(buttonClass({ variant: 'primary' }), mainActClass, 'mr-1 min-w-0')}
        >
          <span className="truncate">Open {app}</span>
          <ArrowUpRight aria-hidden size={14} />
        </a>
        <LinkTools name={name} url={url} what="address" named size="md" />
        <FirstPassword instance={instance} />
      </Acts>
    </>
  )
}
