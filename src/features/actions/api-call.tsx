import CodeXml from 'lucide-react/icons/code-xml'
import { useState } from 'react'

import { type Shell, type ShellCommand, shells } from '#model/instance/curl.ts'
import { saveStored } from '#page/save-stored.ts'
import { isSandbox, service } from '#session/backend.ts'
import { shellChoice } from '#storage/shell.ts'
import { useStored } from '#storage/stored-value.ts'
import { IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { Segmented } from '#ui/segmented.tsx'

/** Where a command outside of this page finds the API: the service's own address, or the sandbox behind this page. */
export const apiBase = (): string => `${isSandbox() ? globalThis.location.origin : service()}/api`

/** A command as one would type it, with a button that copies it. */
export const CommandBlock = ({ command, what }: { command: string; what: string }) => (
  <div className="relative min-w-0 rounded-card bg-sunken forced-colors:border">
    <pre
      translate="no"
      className="py-2.5 pr-11 pl-3 text-small leading-[1.125rem] wrap-anywhere whitespace-pre-wrap"
    >
      {command}
    </pre>
    <span className="absolute top-1.5 right-1.5">
      <CopyButton text={command} what={what} />
    </span>
  </div>
)

const shellNames: Record<Shell, string> = { posix: 'sh, bash, zsh, fish', powershell: 'PowerShell' }
const shellOptions = shells.map((value) => ({ value, label: shellNames[value] }))

/** Says which shell the commands below are written for, and changes it. */
export const ShellSwitch = () => (
  <Segmented
    label="Shell"
    options={shellOptions}
    value={useStored(shellChoice)}
    onValueChange={(shell) => saveStored(shellChoice, shell)}
  />
)

/** A command in the form of the chosen shell. */
export const ShellCommandBlock = ({ command, what }: { command: ShellCommand; what: string }) => (
  <CommandBlock command={command[useStored(shellChoice)]} what={what} />
)

const ApiCallBlock = ({ command }: { command: ShellCommand }) => (
  <div className="grid gap-1.5">
    <ShellSwitch />
    <ShellCommandBlock command={command} what="API call" />
  </div>
)

/** The command that does the same as the form it stands in, behind "Show API call". */
export const ApiCall = ({ command }: { command: ShellCommand }) => (
  <details className="group text-secondary">
    <summary className="w-fit rounded-control text-ink-muted hover:text-ink">Show API call</summary>
    <div className="mt-2">
      <ApiCallBlock command={command} />
    </div>
  </details>
)

/** Shows the command that does the same as the dialog in whose footer it stands, beside the button. */
export const ApiCallButton = ({ command }: { command: ShellCommand }) => {
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
        <ApiCallBlock command={command} />
      </AnchoredPopover>
    </>
  )
}
