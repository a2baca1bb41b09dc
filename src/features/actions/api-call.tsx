import CodeXml from 'lucide-react/icons/code-xml'
import { useState } from 'react'

import { isSandbox, service } from '#session/backend.ts'
import { IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

/** Where a command outside of this page finds the API: the service's own address, or the sandbox behind this page. */
export const apiBase = (): string => `${isSandbox() ? globalThis.location.origin : service()}/api`

/** A command as one would type it, with a button that copies it. */
export const CommandBlock = ({ command, what }: { command: string; what: string }) => (
  <div className="relative min-w-0 rounded-card bg-sunken forced-colors:border">
    <pre className="py-2.5 pr-11 pl-3 text-small leading-[18px] wrap-anywhere whitespace-pre-wrap">
      {command}
    </pre>
    <span className="absolute top-1.5 right-1.5">
      <CopyButton text={command} what={what} />
    </span>
  </div>
)

/** The `curl` line that does the same as the dialog it stands in, behind "Show API call". */
export const ApiCall = ({ command }: { command: string }) => (
  <details className="group text-secondary">
    <summary className="w-fit rounded-control text-ink-muted hover:text-ink">Show API call</summary>
    <div className="mt-2">
      <CommandBlock command={command} what="API call" />
    </div>
  </details>
)

/** Shows the `curl` line that does the same as the dialog in whose footer it stands, beside the button. */
export const ApiCallButton = ({ command }: { command: string }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        label="Show API call"
        icon={<CodeXml aria-hidden size={15} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <AnchoredPopover
        anchor={anchor}
        onClose={() => setAnchor(null)}
        label="API call"
        className="w-[25.5rem] max-w-[calc(100vw-1rem)]"
      >
        <CommandBlock command={command} what="API call" />
      </AnchoredPopover>
    </>
  )
}
