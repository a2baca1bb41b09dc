import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { CommandBlock } from '#features/actions/api-call.tsx'
import { sshCommands, type SshCommands } from '#model/instance/connect.ts'
import { unreadSshCommand } from '#model/instance/ssh-target.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { buttonClass } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { LinkTools } from '#ui/link-tools.tsx'
import { MaskedSecret } from '#ui/secret.tsx'
import { LinePanel, Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'

interface WebAppLineProps {
  name: string
  url: string
  /** Whether it answers now; a link is offered only then. */
  isOpen: boolean
}

/** Where the web app is, in full: to open, to copy, to show to a camera, and to share where the system can. */
const WebAppLine = ({ name, url, isOpen }: WebAppLineProps) => {
  const shown = url.replace(/^https:\/\//, '').replace(/\/$/, '')
  return (
    <div className="flex items-center rounded-card bg-sunken py-1 pr-1.5 pl-3 text-secondary forced-colors:border">
      {isOpen ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          translate="no"
          className="min-w-0 flex-1 font-medium wrap-anywhere text-accent hover:underline"
        >
          {shown}
        </a>
      ) : (
        <span translate="no" className="min-w-0 flex-1 wrap-anywhere text-ink-muted">
          {shown}
        </span>
      )}
      <span className="flex shrink-0">
        <LinkTools name={name} url={url} what="web app link" />
        {isOpen && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            aria-label="Open web app in a new tab"
            className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
          >
            <ArrowUpRight aria-hidden size={15} />
          </a>
        )}
      </span>
    </div>
  )
}

const ways = ['config', 'vscode', 'tunnel', 'scp'] as const
type Way = (typeof ways)[number]
const wayLabels: Record<Way, string> = {
  config: 'SSH config',
  vscode: 'VS Code',
  tunnel: 'Tunnel',
  scp: 'scp',
}

const WayLines = ({ way, commands }: { way: Way; commands: SshCommands }) => {
  switch (way) {
    case 'config':
      return <CommandBlock command={commands.config} what="SSH config" />
    case 'vscode':
      return (
        <>
          <a href={commands.vscodeUrl} className={cx(buttonClass(), 'w-full')}>
            Open in VS Code
            <ArrowUpRight aria-hidden size={15} />
          </a>
          <CommandBlock command={commands.vscode} what="VS Code command" />
        </>
      )
    case 'tunnel':
      return <CommandBlock command={commands.forward} what="port forward command" />
    default:
      return (
        <>
          <CommandBlock command={commands.scp} what="scp command" />
          <CommandBlock command={commands.rsync} what="rsync command" />
        </>
      )
  }
}

const wayOptions = ways.map((way) => ({ value: way, label: wayLabels[way] }))

/** The less common ways to reach an instance, ready to copy, one at a time. */
const Ways = ({ commands }: { commands: SshCommands }) => {
  const [way, setWay] = useState<Way>('config')
  return (
    <div className="grid gap-2">
      <Segmented
        label="Ways to connect"
        options={wayOptions}
        value={way}
        onValueChange={setWay}
        className="w-full! [&>label]:grow [&>label]:justify-center max-sm:[&>label]:px-1"
      />
      {/* As high as the longest of them, so that nothing below moves. */}
      <div className="grid min-h-29 content-start gap-2">
        <WayLines way={way} commands={commands} />
      </div>
    </div>
  )
}

/** How to reach the instance: whatever it has, and nothing else. */
export const ConnectPanel = ({ instance }: { instance: Instance }) => {
  const { name, original_ccloud_password: password } = instance
  const { kind } = stateInfo(instance.state)
  const url = webAppUrl(instance)
  const commands = sshCommands(instance)
  const unread = unreadSshCommand(instance)
  const { opens } = flavorInfo(instance.flavor)
  if (kind === 'error' && instance.state === 'error')
    return <LinePanel title="Connect">Nothing to connect to.</LinePanel>
  if (url === null && commands === null && unread === null && password === null)
    return <LinePanel title="Connect">No address yet.</LinePanel>
  return (
    <Panel
      title="Connect"
      aside={kind === 'running' ? undefined : kind === 'error' ? 'may not answer' : 'once it runs'}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {url !== null && <WebAppLine name={name} url={url} isOpen={kind === 'running'} />}
        {url === null && kind !== 'running' && opens !== null && (
          // Where the service tells no address of what does not run: its line keeps its place.
          <p className="rounded-card bg-sunken px-3 py-2 text-secondary text-ink-muted forced-colors:border">
            {opens}
          </p>
        )}
        {commands !== null && <CommandBlock command={commands.ssh} what="SSH command" />}
        {unread !== null && (
          <div className="grid gap-1.5">
            <CommandBlock command={unread} what="SSH command" />
            <p className="text-secondary text-ink-muted">
              This is the service’s own command, and Hatteras does not understand all of it. Check it before
              you run it. There are no lines for scp, VS Code or your SSH config.
            </p>
          </div>
        )}
        {password !== null && (
          <div className="flex items-center gap-3 text-secondary">
            <span
              className="shrink-0 text-ink-muted"
              data-tooltip="The first one; it may have been changed on the instance since."
            >
              Initial password
            </span>
            <MaskedSecret value={password} what="password" />
          </div>
        )}
        {commands !== null && <Ways commands={commands} />}
      </div>
    </Panel>
  )
}
