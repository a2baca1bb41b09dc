import CodeXml from 'lucide-react/icons/code-xml'
import { useState } from 'react'

import { IconButton } from '#ui/button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

import { CommandBlock } from './api-call.tsx'

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
