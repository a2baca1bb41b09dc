import { CommandBlock } from '#features/actions/api-call.tsx'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { canAct } from '#model/instance/acts.ts'
import { isUnderWay } from '#operations/operation.ts'
import { useAllOperations } from '#operations/hooks.ts'
import { tunnelCommand } from './ports.ts'
import { cx } from '#ui/cx.ts'
import { Panel } from '#ui/panel.tsx'
import { ScrollArea } from '#ui/scroll-area.tsx'

import { OpenPortForm } from './open-port-form.tsx'
import { PortRow } from './port-row.tsx'

/** As many rows as one takes in; more scroll inside the panel, so that the form below stays at hand. */
const rowsInView = 10

const MachinePorts = ({ instance }: { instance: Instance }) => {
  const { uuid, public_ipv4: address, wan_ports: open } = instance
  const changes = useAllOperations().flatMap((operation) => {
    const { request, status } = operation
    const isShown = isUnderWay(operation) || status === 'overdue'
    return isShown && 'port' in request && request.uuid === uuid ? [{ port: request.port, operation }] : []
  })
  const opening = canAct('openPort', instance)
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
  const verdict = canAct('openPort', instance)
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
