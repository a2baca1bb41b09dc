import X from 'lucide-react/icons/x'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { CommandBlock } from '#features/actions/api-call.tsx'
import { formatCount } from '#lib/format.ts'
import { checkAction } from '#model/instance/actions.ts'
import { overdueText } from '#model/instance/operation-text.ts'
import { useAllOperations, useShown } from '#operations/hooks.ts'
import { isUnderWay, type Operation } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'
import { ScrollArea } from '#ui/scroll-area.tsx'

import { OpenPortForm } from './open-port-form.tsx'
import { portInfo, portUrl, tunnelCommand } from './ports.ts'

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
  disabledReason: string | undefined
}

/** One open port: what usually listens there, where to find it, and the way to close it. */
const PortRow = ({ port, instance, operation, disabledReason }: PortRowProps) => {
  const operations = useOperations()
  const { service, risky } = portInfo(port)
  const { uuid, name, public_ipv4: address, wan_ports: open } = instance
  const isOpen = port === sshPort || open.includes(port)
  const url = address === null || !isOpen ? null : portUrl(address, port)
  const isClosing = operation?.request.action === 'closePort' && isUnderWay(operation)
  useShown(operation?.id ?? null, 'overdue')
  return (
    <li className="border-line py-1.5 not-first:border-t">
      <div className="flex min-h-8 items-center gap-3">
        <span className="w-12 shrink-0 font-mono font-medium">{port}</span>
        <span className="w-28 shrink-0 text-ink-muted max-sm:w-20">{service}</span>
        {url !== null && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="min-w-0 truncate font-mono text-accent hover:underline"
          >
            {url}
          </a>
        )}
        <span className="ml-auto shrink-0">
          {port === sshPort && <span className="pr-1 text-small text-ink-muted">always open</span>}
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
          {!isOpen && <span className="pr-1 text-small text-ink-muted">opening…</span>}
        </span>
      </div>
      {operation?.status === 'overdue' && <Overdue operation={operation} instance={instance} />}
      {risky !== null && <p className="pb-1 text-small text-lamp-ink">{risky}</p>}
    </li>
  )
}

/** As many rows as one takes in; more scroll inside the panel, so that the form below stays at hand. */
const rowsInView = 10

const MachinePorts = ({ instance }: { instance: Instance }) => {
  const { uuid, public_ipv4: address, wan_ports: open } = instance
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
      ...changes.filter(({ operation }) => operation.status !== 'requested').map(({ port }) => port),
    ]),
  ]
    .filter((port) => port !== sshPort)
    .toSorted((a, b) => a - b)
  const isLong = ports.length > rowsInView
  return (
    <Panel
      title="Ports"
      aside={`${isLong ? `${formatCount(ports.length + 1)} open` : 'open'}${address === null ? '' : ` on ${address}`}`}
    >
      <ScrollArea className={cx('-mt-2 mb-3', isLong && 'max-h-[440px] pr-2')}>
        <ul aria-label="Open ports" className="text-secondary">
          {[sshPort, ...ports].map((port) => (
            <PortRow
              key={port}
              port={port}
              instance={instance}
              operation={changes.findLast((change) => change.port === port)?.operation}
              disabledReason={disabledReason}
            />
          ))}
        </ul>
      </ScrollArea>
      <OpenPortForm instance={instance} disabledReason={disabledReason} />
    </Panel>
  )
}

/** Open ports of a virtual machine; for the others, why there are none and what to do instead. */
export const PortsPanel = ({ instance }: { instance: Instance }) => {
  if (instance.resource_type === 'vm') return <MachinePorts instance={instance} />
  const verdict = checkAction('openPort', instance)
  const tunnel = tunnelCommand(instance, 8888)
  return (
    <Panel title="Ports">
      <div className="grid gap-2 text-secondary text-ink-muted">
        {!verdict.allowed && <p>{verdict.reason}</p>}
        {tunnel !== null && (
          <>
            <p>An SSH tunnel brings any of its ports to this machine:</p>
            <CommandBlock command={tunnel} what="SSH tunnel command" />
          </>
        )}
      </div>
    </Panel>
  )
}
