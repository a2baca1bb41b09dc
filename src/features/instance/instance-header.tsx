import ChevronLeft from 'lucide-react/icons/chevron-left'
import CodeXml from 'lucide-react/icons/code-xml'
import CopyPlus from 'lucide-react/icons/copy-plus'
import Cpu from 'lucide-react/icons/cpu'
import HardDrive from 'lucide-react/icons/hard-drive'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import MemoryStick from 'lucide-react/icons/memory-stick'
import Pencil from 'lucide-react/icons/pencil'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Scaling from 'lucide-react/icons/scaling'
import Square from 'lucide-react/icons/square'
import Zap from 'lucide-react/icons/zap'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatAge, formatCount, formatDateTime } from '#lib/format.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { environmentLabel } from '#model/instance/flavors.ts'
import { gpuText, isHighTier, tierLabel } from '#model/instance/labels.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isAwaited, isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { useNow } from '#page/use-now.ts'
import { useAnnotation } from '#storage/use-annotation.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, buttonClass, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { showToast } from '#ui/toast-store.ts'

import { InstanceState } from '../actions/instance-state.tsx'
import { useDisabledReasons } from '../actions/use-disabled-reasons.ts'
import { mainAction, MainButton } from './main-button.tsx'
import { outcomeWords } from './notes/notes-panel.tsx'

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

const Age = ({ createdAt }: { createdAt: number }) => {
  const now = useNow(MINUTE)
  return (
    // The details say it in words.
    <span
      data-tooltip={`created ${formatDateTime(createdAt)}`}
      className="text-secondary whitespace-nowrap text-ink-muted"
    >
      {formatAge(now - createdAt)}
    </span>
  )
}

const Part = ({
  icon,
  value,
  unit,
  what,
}: {
  icon: ReactNode
  value: number | null
  unit: string
  what: string
}) =>
  value === null ? null : (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {icon}
      <span>
        <span translate="no">
          <span className="font-medium text-ink">{formatCount(value)}</span> {unit}
        </span>
        {what !== '' && <span className="sr-only"> {what}</span>}
      </span>
    </span>
  )

/** What runs on it, and on what: once, here, and nowhere else on the page. */
const Spec = ({ instance }: { instance: Instance }) => {
  const { n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk, cpu_tier: tier } = instance
  const gpu = gpuText(instance)
  return (
    <p className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-secondary text-ink-muted">
      <span>
        {environmentLabel(instance)}
        {instance.resource_type === 'vm' && ' VM'}
      </span>
      <Part icon={<Cpu aria-hidden size={14} />} value={vcpus} unit="vCPU" what="" />
      <Part icon={<MemoryStick aria-hidden size={14} />} value={memory} unit="GiB" what="memory" />
      <Part icon={<HardDrive aria-hidden size={14} />} value={disk} unit="GiB" what="disk" />
      {gpu !== null && (
        <span className="inline-flex h-5 items-center rounded-sm border border-part-gpu-line bg-[color-mix(in_oklab,var(--part-gpu)_9%,var(--surface))] px-1.5 text-small font-medium text-part-gpu">
          {gpu}
        </span>
      )}
      {isHighTier(tier) && (
        <span className="inline-flex h-5 items-center gap-1 rounded-sm bg-accent-soft px-1.5 text-small font-medium text-accent forced-colors:border">
          <Zap aria-hidden size={12} />
          {tierLabel(tier)}
        </span>
      )}
    </p>
  )
}

interface InstanceHeaderProps {
  instance: Instance
  /** How fresh the page is. */
  freshness: ReactNode
  onShowCalls: () => void
}

/** Who this is, how it stands, and what one can do with it. */
export const InstanceHeader = ({ instance, freshness, onShowCalls }: InstanceHeaderProps) => {
  const ask = useAsk()
  const operation = useOperation(instance.uuid)
  const isRestarting = operation?.request.action === 'restart' && isAwaited(operation)
  const disabledReason = useDisabledReasons(instance)
  const isBusy = operation !== undefined && isUnderWay(operation)
  const main = mainAction(instance, isBusy ? operation.request.action : null)
  const createdAt = parseTimestamp(instance.created_at)
  const isStopped = stateInfo(instance.state).kind === 'stopped'
  const isGone = instance.state === 'deleted'
  return (
    <header>
      <div className="mb-1.5 flex min-h-6.5 items-center justify-between gap-4">
        <Link
          to={paths.instances()}
          className="-ml-1 inline-flex items-center gap-0.5 rounded-sm text-secondary text-ink-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden size={15} />
          Instances
        </Link>
        {freshness}
      </div>
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center">
        <span className="col-start-1 row-start-1 row-end-3 mr-3 max-sm:hidden">
          <EnvironmentIcon environment={instance} size={20} isLarge />
        </span>
        <div className="col-start-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 max-[64rem]:col-end-4">
          <h1 translate="no" className="min-w-0 text-title font-semibold wrap-anywhere">
            {instance.name}
          </h1>
          {!isGone && (
            <span className="-mx-1.5 flex">
              <IconButton
                size="sm"
                label="Rename"
                icon={<Pencil aria-hidden size={13} />}
                disabledReason={disabledReason('rename')}
                onClick={() => ask({ action: 'rename', instance })}
              />
              <LockButton instance={instance} />
            </span>
          )}
          {/* Together on a second line too: neither falls alone. */}
          <span className="inline-flex max-w-full items-center gap-x-2.5">
            <span className="inline-flex min-w-0 rounded-full bg-sunken px-2 py-px font-medium in-[[data-theme=dark]]:bg-raised">
              <InstanceState instance={instance} />
            </span>
            {createdAt !== null && <Age createdAt={createdAt} />}
          </span>
        </div>
        <div className="col-start-2 row-start-2 max-[75rem]:col-end-4 min-[64rem]:max-[75rem]:mt-1">
          <Spec instance={instance} />
        </div>
        <div className="col-start-3 row-start-1 ml-4 flex flex-wrap items-center gap-2 max-[64rem]:col-span-3 max-[64rem]:col-start-1 max-[64rem]:row-start-3 max-[64rem]:mt-3 max-[64rem]:ml-0 max-sm:grid max-sm:grid-cols-[2.25rem_2.25rem_1fr_2.1fr] max-[22rem]:grid-cols-[2.25rem_2.25rem_1fr] min-[75rem]:row-span-2">
          {!isGone && (
            <>
              <IconButton
                label="Show API call"
                icon={<CodeXml aria-hidden size={16} />}
                className="max-sm:w-auto"
                onClick={onShowCalls}
              />
              <Link
                to={paths.create(duplicateSearch(instance))}
                aria-label="Create one like it"
                data-tooltip="Create one like it"
                className={cx(
                  buttonClass({ variant: 'ghost', square: true }),
                  'max-sm:w-auto',
                  main?.kind === 'create' && 'hidden',
                )}
              >
                <CopyPlus aria-hidden size={16} />
              </Link>
              <Button
                icon={<Scaling aria-hidden size={14} />}
                disabledReason={disabledReason('resize')}
                onClick={() => ask({ action: 'resize', instance })}
              >
                Resize
              </Button>
              <span className="flex max-[22rem]:col-span-full [&>*]:flex-1 max-sm:[&>*]:min-w-0 max-sm:[&>*]:px-1.5 [&>:first-child]:rounded-r-none [&>:last-child]:-ml-px [&>:last-child]:rounded-l-none">
                <Button
                  className="min-w-23"
                  icon={<Square aria-hidden size={13} />}
                  disabledReason={disabledReason('stop')}
                  onClick={() => ask({ action: 'stop', instance })}
                >
                  Stop
                </Button>
                <Button
                  className="min-w-23"
                  variant={isStopped ? 'primary' : 'default'}
                  icon={<RotateCw aria-hidden size={13} />}
                  pending={isRestarting}
                  disabledReason={isRestarting ? undefined : disabledReason('restart')}
                  consequence={actionPriceText('restart', actionPrice('restart', instance))}
                  onClick={() => ask({ action: 'restart', instance })}
                >
                  Restart
                </Button>
              </span>
            </>
          )}
          {main === null ? (
            // Its place beside the others is kept: they stand where they always do.
            <span aria-hidden className="w-42 max-[64rem]:hidden" />
          ) : (
            <MainButton instance={instance} action={main} />
          )}
        </div>
      </div>
    </header>
  )
}
