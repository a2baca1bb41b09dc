import X from 'lucide-react/icons/x'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { overdueText } from '#model/instance/operation-text.ts'
import { portInfo, portUrl } from './ports.ts'
import { isUnderWay, type Operation } from '#operations/operation.ts'
import { useShown } from '#operations/hooks.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useNow } from '#page/use-now.ts'
import { Button, IconButton } from '#ui/button.tsx'

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
export const PortRow = ({ port, instance, operation, disabledReason }: PortRowProps) => {
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
