import X from 'lucide-react/icons/x'

import { sshPort } from '#contract/vocabulary.ts'
import { portInfo, portUrl } from '#model/ports.ts'
import { IconButton } from '#ui/button.tsx'

interface PortRowProps {
  port: number
  /** The machine's public address; null where it is not known. */
  address: string | null
  isClosing: boolean
  disabledReason: string | undefined
  onClose: () => void
}

/** One open port: what usually listens there, where to find it, and the way to close it. */
export const PortRow = ({ port, address, isClosing, disabledReason, onClose }: PortRowProps) => {
  const { service, risky } = portInfo(port)
  const url = address === null ? null : portUrl(address, port)
  return (
    <li className="border-line py-1.5 not-first:border-t">
      <div className="flex min-h-8 items-center gap-3">
        <span className="w-12 font-mono font-medium">{port}</span>
        <span className="w-28 shrink-0 text-ink-muted">{service}</span>
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
        <span className="ml-auto">
          {port === sshPort ? (
            <span className="pr-1 text-small text-ink-muted">always open</span>
          ) : (
            <IconButton
              size="sm"
              label={`Close port ${port}`}
              icon={<X aria-hidden size={14} />}
              pending={isClosing}
              disabledReason={disabledReason}
              onClick={onClose}
            />
          )}
        </span>
      </div>
      {risky !== null && <p className="pb-1 text-small text-lamp-ink">{risky}</p>}
    </li>
  )
}
