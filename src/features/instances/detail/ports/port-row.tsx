import X from 'lucide-react/icons/x'

import type { PendingPort } from '#api/pending-acts.ts'
import type { Instance } from '#contract/instance.ts'
import { sshPort } from '#contract/vocabulary.ts'
import { portInfo, portUrl } from '#model/ports.ts'
import { IconButton } from '#ui/button.tsx'

import { PendingPortLine } from './pending-port-line.tsx'

interface PortRowProps {
  port: number
  instance: Instance
  /** An accepted change of this port that has not been seen yet. */
  pending: PendingPort | undefined
  isClosing: boolean
  disabledReason: string | undefined
  onClose: () => void
}

/** One open port: what usually listens there, where to find it, and the way to close it. */
export const PortRow = ({ port, instance, pending, isClosing, disabledReason, onClose }: PortRowProps) => {
  const { service, risky } = portInfo(port)
  const { public_ipv4: address, wan_ports: open } = instance
  const isOpen = port === sshPort || open.includes(port)
  const url = address === null || !isOpen ? null : portUrl(address, port)
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
              pending={isClosing || pending?.act === 'closePort'}
              disabledReason={disabledReason}
              onClick={onClose}
            />
          )}
          {!isOpen && <span className="pr-1 text-small text-ink-muted">opening…</span>}
        </span>
      </div>
      {pending !== undefined && <PendingPortLine pending={pending} instance={instance} />}
      {risky !== null && <p className="pb-1 text-small text-lamp-ink">{risky}</p>}
    </li>
  )
}
