import { useAddPort, useRemovePort } from '#api/use-ports.ts'
import { CommandBlock } from '#features/instances/parts/acts/api-call.tsx'
import { actFailure } from '#features/instances/parts/acts/act-failure.ts'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { canAct } from '#model/acts.ts'
import { tunnelCommand } from '#model/ports.ts'
import { Panel } from '#ui/panel.tsx'
import { showToast } from '#ui/toast-store.ts'

import { OpenPortForm } from './open-port-form.tsx'
import { PortRow } from './port-row.tsx'

/** Closes ports at once, each with a chance to undo it. */
const useClosePort = (instance: Instance) => {
  const remove = useRemovePort(instance)
  const add = useAddPort(instance)

  const fail = (error: NonNullable<typeof remove.error>, port: number, done: 'closed' | 'opened') => {
    const words = { notDone: `Port ${port} was not ${done}`, unknown: `whether port ${port} was ${done}` }
    showToast({ tone: 'bad', ...actFailure(error, words) })
  }
  const reopen = (port: number) => {
    add.mutateAsync(port).then(
      () => showToast({ tone: 'good', title: `Port ${port} of ${instance.name} is open again.` }),
      (error: typeof add.error) => {
        if (error !== null) fail(error, port, 'opened')
      },
    )
  }
  const close = (port: number) => {
    remove.mutate(port, {
      onSuccess: () => {
        showToast({
          title: `Port ${port} of ${instance.name} is closed.`,
          action: { label: 'Undo', onAct: () => reopen(port) },
        })
      },
      onError: (error) => fail(error, port, 'closed'),
    })
  }
  return { close, closing: remove.isPending ? remove.variables : null }
}

const MachinePorts = ({ instance }: { instance: Instance }) => {
  const { close, closing } = useClosePort(instance)
  const opening = canAct('openPort', instance)
  const disabledReason = opening.allowed ? undefined : opening.reason
  const ports = [sshPort, ...instance.wan_ports.filter((port) => port !== sshPort)]
  return (
    <Panel
      title="Ports"
      aside={instance.public_ipv4 === null ? undefined : `open on ${instance.public_ipv4}`}
    >
      <ul className="-mt-2 mb-3 text-secondary">
        {ports.map((port) => (
          <PortRow
            key={port}
            port={port}
            address={instance.public_ipv4}
            isClosing={closing === port}
            disabledReason={disabledReason}
            onClose={() => close(port)}
          />
        ))}
      </ul>
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
