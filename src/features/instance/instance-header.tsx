import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import Pencil from 'lucide-react/icons/pencil'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatAge, formatDateTime } from '#lib/format.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'
import { paths } from '#model/paths.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isAwaited } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { useAnnotation } from '#storage/use-annotation.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, buttonClass, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { showToast } from '#ui/toast-store.ts'
import { Tooltip } from '#ui/tooltip.tsx'

import { InstanceState } from '../actions/instance-state.tsx'
import { useRefusals } from '../actions/use-refusals.ts'
import { mainAction, type MainAction } from './main-action.ts'
import { outcomeWords } from './notes/outcome-words.ts'

/** Blocks stop and delete from this browser, or lifts that. */
const LockButton = ({ instance: { uuid, name } }: { instance: Instance }) => {
  const { annotation, change } = useAnnotation(uuid)
  const Icon = annotation.locked ? Lock : LockOpen

  const toggle = () => {
    const outcome = change({ locked: !annotation.locked })
    if (outcome !== 'stored') showToast({ tone: 'bad', title: outcomeWords[outcome] })
    else if (annotation.locked) announce(`${name} is unlocked.`)
    else announce(`${name} is locked: it can be neither stopped nor deleted from this browser.`)
  }

  return (
    <Button
      variant="ghost"
      size="sm"
      square
      aria-label={annotation.locked ? 'Unlock' : 'Lock'}
      tooltip={
        annotation.locked
          ? 'Locked. Unlock: allows stop and delete again.'
          : 'Lock: blocks stop and delete from this browser.'
      }
      icon={<Icon aria-hidden size={13} className={annotation.locked ? 'text-lamp-ink' : undefined} />}
      onClick={toggle}
    />
  )
}

/** The one primary button of the page, for what opens or is copied; a restart is the page's own Restart button. */
const MainButton = ({ action }: { action: Exclude<MainAction, { kind: 'restart' }> }) =>
  action.kind === 'open' ? (
    <a
      href={action.url}
      target="_blank"
      rel="noreferrer"
      className={cx(buttonClass({ variant: 'primary' }), 'max-sm:order-first')}
    >
      {action.label}
      <ArrowUpRight aria-hidden size={15} />
    </a>
  ) : (
    <CopyButton
      text={action.command}
      what="SSH command"
      variant="primary"
      size="md"
      className="max-sm:order-first"
    >
      {action.label}
    </CopyButton>
  )

const Age = ({ createdAt }: { createdAt: number }) => {
  const now = useNow(MINUTE)
  return <Tooltip text={`created ${formatDateTime(createdAt)}`}>{formatAge(now - createdAt)}</Tooltip>
}

/** State, flavor, type, tier and age on one line. */
const Facts = ({ instance }: { instance: Instance }) => {
  const createdAt = parseTimestamp(instance.created_at)
  const words = [
    environmentLabel(instance),
    typeLabel(instance.resource_type).toLowerCase(),
    tierLabel(instance.cpu_tier)?.toLowerCase(),
  ].filter((word) => word !== undefined)
  return (
    <p className="text-ink-muted">
      <span className="inline-flex align-bottom">
        <InstanceState instance={instance} />
      </span>{' '}
      {words.map((word) => `· ${word} `)}
      {createdAt !== null && (
        <>
          · <Age createdAt={createdAt} />
        </>
      )}
    </p>
  )
}

interface InstanceHeaderProps {
  instance: Instance
  /** How fresh the page is. */
  freshness: React.ReactNode
  onShowCalls: () => void
}

/** Who this is, how it stands, and what one can do with it. */
export const InstanceHeader = ({ instance, freshness, onShowCalls }: InstanceHeaderProps) => {
  const ask = useAsk()
  const operation = useOperation(instance.uuid)
  const isRestarting = operation?.request.action === 'restart' && isAwaited(operation)
  const refusal = useRefusals(instance)
  const main = mainAction(instance)
  return (
    <PageHeader
      crumb={
        <div className="flex items-center justify-between gap-4">
          <span>
            <Link to={paths.instances()} className="rounded-sm hover:text-ink">
              Instances
            </Link>{' '}
            /
          </span>
          {freshness}
        </div>
      }
      title={instance.name}
      beside={
        <>
          <span className="-ml-2 flex">
            <IconButton
              size="sm"
              label="Rename"
              icon={<Pencil aria-hidden size={13} />}
              disabledReason={refusal('rename')}
              onClick={() => ask({ action: 'rename', instance })}
            />
            <LockButton instance={instance} />
          </span>
          <Facts instance={instance} />
        </>
      }
      actions={
        <>
          <Button variant="ghost" className="max-sm:order-1" onClick={onShowCalls}>
            Show API call
          </Button>
          <Button disabledReason={refusal('resize')} onClick={() => ask({ action: 'resize', instance })}>
            Resize
          </Button>
          <Button disabledReason={refusal('stop')} onClick={() => ask({ action: 'stop', instance })}>
            Stop
          </Button>
          <Button
            variant={main?.kind === 'restart' ? 'primary' : 'default'}
            className={main?.kind === 'restart' ? 'max-sm:order-first' : undefined}
            pending={isRestarting}
            disabledReason={isRestarting ? undefined : refusal('restart')}
            consequence={actionPriceText('restart', actionPrice('restart', instance))}
            onClick={() => ask({ action: 'restart', instance })}
          >
            Restart
          </Button>
          {main !== null && main.kind !== 'restart' && <MainButton action={main} />}
        </>
      }
    />
  )
}
