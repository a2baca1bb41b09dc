import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Undo2 from 'lucide-react/icons/undo-2'
import X from 'lucide-react/icons/x'
import { type RefObject, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { formatAgo, formatCount } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { overdueText } from '#model/instance/operation-text.ts'
import { useAllOperations, useShown } from '#operations/hooks.ts'
import { isUnderWay, type Operation } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { LinePanel, Panel } from '#ui/panel.tsx'
import { ScrollArea } from '#ui/scroll-area.tsx'
import { useTimeout } from '#ui/use-timeout.ts'

import { OpenPortForm } from './open-port-form.tsx'
import { portInfo, portUrl } from './ports.ts'

/** Says of a change to a port that was accepted and does not come about that it did not. */
const Overdue = ({ operation, instance }: { operation: Operation; instance: Instance }) => {
  const operations = useOperations()
  const { now } = useApi()
  useNow()
  const { id, request, answeredAt } = operation
  const { title, detail } = overdueText(request, instance, now() - (answeredAt ?? now()))
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pb-1.5">
      <p className="min-w-0 flex-1 basis-56 text-small text-lamp-ink">
        {title} {detail}
      </p>
      <Button size="sm" onClick={() => operations.retry(id)}>
        Try again
      </Button>
      <Button size="sm" onClick={() => operations.dismiss(id)}>
        Stop waiting
      </Button>
    </div>
  )
}

interface PortRowProps {
  port: number
  instance: Instance
  /** A change of this port that is under way, or overdue. */
  operation: Operation | undefined
  /** When it was closed here (ms since the epoch); undefined for one that is not. */
  closedAt: number | undefined
  disabledReason: string | undefined
}

const DOUBLE_CLICK = SECOND / 2

interface UndoButtonProps {
  label: string
  isPending: boolean
  onUndo: () => void
}

/** Takes a close back. It waits a moment: the second click of a double click is none on what has come under the pointer. */
const UndoButton = ({ label, isPending, onUndo }: UndoButtonProps) => {
  const [isNew, setNew] = useState(true)
  useTimeout(() => setNew(false), isNew ? DOUBLE_CLICK : null)
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: its place is here.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Button
      ref={button}
      size="sm"
      icon={<Undo2 aria-hidden size={13} />}
      aria-label={label}
      pending={isPending || isNew}
      onClick={onUndo}
    >
      Undo
    </Button>
  )
}

const ClosedAgo = ({ at }: { at: number }) => {
  const now = useNow(SECOND)
  return <>closed {formatAgo(now - at)}</>
}

/** One port: what usually listens there, where to find it, and the way to close it, or to take that back. */
const PortRow = ({ port, instance, operation, closedAt, disabledReason }: PortRowProps) => {
  const operations = useOperations()
  const { service, risky } = portInfo(port)
  const { uuid, name, public_ipv4: address, wan_ports: open } = instance
  const isOpen = port === sshPort || open.includes(port)
  const url = address === null || !isOpen ? null : portUrl(address, port)
  // On a phone there is no room for the scheme, which tells the least of it.
  const [scheme, host] = url?.split(/(?<=:\/\/)/) ?? []
  const isClosing = operation?.request.action === 'closePort' && isUnderWay(operation)
  const isHeld = !isOpen && closedAt !== undefined
  useShown(operation?.id ?? null, 'overdue')
  return (
    <li className={cx('border-line px-4 not-first:border-t', isHeld && 'bg-sunken')}>
      <div className="flex min-h-11 items-center gap-3 max-sm:gap-2 max-[22rem]:flex-wrap">
        <span className={cx('w-14 shrink-0 font-semibold max-sm:w-11', isHeld && 'text-ink-muted')}>
          {port}
        </span>
        <span className={cx('w-24 shrink-0 max-sm:w-auto max-sm:min-w-13', isHeld && 'text-ink-muted')}>
          {service}
        </span>
        {url !== null && (
          <a
            href={url}
            aria-label={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-w-0 items-center gap-1 text-accent hover:underline max-[22rem]:order-last max-[22rem]:basis-full max-[22rem]:pb-2"
          >
            <span className="truncate">
              <span className="max-sm:hidden">{scheme}</span>
              {host}
            </span>
            <ArrowUpRight aria-hidden size={13} className="shrink-0" />
          </a>
        )}
        {isHeld && (
          <span className="text-small text-ink-muted">
            <ClosedAgo at={closedAt} />
          </span>
        )}
        <span className="ml-auto shrink-0">
          {port === sshPort && <span className="text-small text-ink-muted">always open</span>}
          {port !== sshPort && isOpen && (
            <IconButton
              size="sm"
              label={`Close port ${port}`}
              icon={<X aria-hidden size={14} />}
              pending={isClosing}
              disabledReason={disabledReason}
              onClick={() => operations.run({ action: 'closePort', uuid, name, port })}
            />
          )}
          {isHeld && (
            <UndoButton
              label={`Undo: open port ${port}`}
              isPending={operation !== undefined && isUnderWay(operation)}
              onUndo={() => operations.run({ action: 'openPort', uuid, name, port })}
            />
          )}
          {!isOpen && !isHeld && <span className="text-small text-ink-muted">opening…</span>}
        </span>
      </div>
      {operation?.status === 'overdue' && <Overdue operation={operation} instance={instance} />}
      {risky !== null && isOpen && <p className="pb-2 text-small text-lamp-ink">{risky}</p>}
    </li>
  )
}

/** A closed port keeps its row for so long at least, and while the pointer or the focus is in the list. */
const HELD_FOR = 8 * SECOND

/** Ports that were open on this page and are closed now, with when that was seen (ms since the epoch). */
const useHeldPorts = (
  open: readonly number[],
  box: RefObject<HTMLElement | null>,
): ReadonlyMap<number, number> => {
  const { now } = useApi()
  const [before, setBefore] = useState(open)
  const [held, setHeld] = useState<ReadonlyMap<number, number>>(new Map())
  if (before !== open) {
    const at = now()
    const closed = before.filter((port) => !open.includes(port)).map((port): [number, number] => [port, at])
    setBefore(open)
    if (closed.length > 0 || open.some((port) => held.has(port)))
      setHeld(new Map([...held, ...closed].filter(([port]) => !open.includes(port))))
  }

  useEffect(() => {
    if (held.size === 0) return undefined
    const timer = setInterval(() => {
      const list = box.current
      if (list !== null && (list.matches(':hover') || list.contains(document.activeElement))) return
      const left = [...held].filter(([, at]) => now() - at < HELD_FOR)
      if (left.length < held.size) setHeld(new Map(left))
    }, SECOND)
    return () => clearInterval(timer)
  }, [box, held, now])
  return held
}

/** As many rows as one takes in; more scroll inside the panel, so that the form below stays at hand. */
const rowsInView = 10

const MachinePorts = ({ instance }: { instance: Instance }) => {
  const { uuid, public_ipv4: address, wan_ports: open } = instance
  const list = useRef<HTMLDivElement>(null)
  const held = useHeldPorts(open, list)
  const changes = useAllOperations().flatMap((operation) => {
    const { request, status } = operation
    const isShown = isUnderWay(operation) || status === 'overdue'
    return isShown && 'port' in request && request.uuid === uuid ? [{ port: request.port, operation }] : []
  })
  const opening = checkAction('openPort', instance)
  const disabledReason = opening.allowed ? undefined : opening.reason
  const ports = [
    ...new Set([
      ...open,
      ...held.keys(),
      ...changes.filter(({ operation }) => operation.status !== 'requested').map(({ port }) => port),
    ]),
  ]
    .filter((port) => port !== sshPort)
    .toSorted((a, b) => a - b)
  const isLong = ports.length > rowsInView
  const count = new Set([sshPort, ...open]).size
  return (
    <Panel
      title="Ports"
      flush
      aside={`${isLong ? `${formatCount(count)} open` : 'open'}${address === null ? '' : ` on ${address}`}`}
    >
      <div ref={list}>
        <ScrollArea className={isLong ? 'max-h-[30rem]' : ''}>
          <ul aria-label="Open ports" className="m-0 list-none p-0 text-secondary">
            {[sshPort, ...ports].map((port) => (
              <PortRow
                key={port}
                port={port}
                instance={instance}
                operation={changes.findLast((change) => change.port === port)?.operation}
                closedAt={held.get(port)}
                disabledReason={disabledReason}
              />
            ))}
          </ul>
        </ScrollArea>
      </div>
      <OpenPortForm instance={instance} disabledReason={disabledReason} />
    </Panel>
  )
}

/** Open ports of a virtual machine; one line where there are none to open. */
export const PortsPanel = ({ instance }: { instance: Instance }) =>
  instance.resource_type === 'vm' ? (
    <MachinePorts instance={instance} />
  ) : (
    <LinePanel title="Ports">None on a container.</LinePanel>
  )
