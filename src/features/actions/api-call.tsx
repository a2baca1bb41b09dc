import { CopyButton } from '#ui/copy-button.tsx'

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
