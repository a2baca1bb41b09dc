import ExternalLink from 'lucide-react/icons/external-link'

import type { Instance } from '#contract/instance.ts'
import { CommandBlock } from '#features/actions/api-call.tsx'
import { sshCommands, type SshCommands } from '#model/instance/connect.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { buttonClass } from '#ui/button.tsx'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { LinkTools } from '#ui/link-tools.tsx'
import { MaskedSecret } from '#ui/masked-secret.tsx'
import { Panel } from '#ui/panel.tsx'

import { CopiedLine } from './copied-line.tsx'

interface WebAppLineProps {
  name: string
  url: string
  /** Whether it answers now; a link is offered only then. */
  isOpen: boolean
}

/** Where the web app is: to open, to copy, to show to a camera, and to share where the system can. */
const WebAppLine = ({ name, url, isOpen }: WebAppLineProps) => {
  const shown = url.replace(/^https:\/\//, '').replace(/\/$/, '')
  return (
    <Definition
      term="Web app"
      mono
      actions={
        <>
          <LinkTools name={name} url={url} what="web app link" />
          {isOpen && (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label="Open web app in a new tab"
              className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
            >
              <ExternalLink aria-hidden size={14} />
            </a>
          )}
        </>
      }
    >
      {isOpen ? (
        <a href={url} target="_blank" rel="noreferrer" className="text-accent hover:underline" title={url}>
          {shown}
        </a>
      ) : (
        <span title={url}>{shown}</span>
      )}
    </Definition>
  )
}

interface Way {
  title: string
  what: string
  command: string
  hint?: string
}

const waysOf = ({ config, scp, rsync, vscode, forward }: SshCommands): Way[] => [
  {
    title: 'SSH config',
    what: 'SSH config',
    command: config,
    hint: 'For ~/.ssh/config. The HostKeyAlias keeps the keys of instances apart that share one address.',
  },
  { title: 'VS Code', what: 'VS Code command', command: vscode, hint: 'Needs the SSH config above.' },
  { title: 'Copy a file there', what: 'scp command', command: scp },
  { title: 'Keep a folder in step', what: 'rsync command', command: rsync },
  {
    title: 'Bring a port here',
    what: 'port forward command',
    command: forward,
    hint: 'Then open http://localhost:8888 on this machine.',
  },
]

/** The less common ways to reach an instance, ready to copy. */
const MoreWays = ({ commands }: { commands: SshCommands }) => (
  <details className="mt-1 text-secondary">
    <summary className="w-fit rounded-control py-1 text-ink-muted hover:text-ink">
      More: SSH config, VS Code, scp, rsync, ports
    </summary>
    <div className="mt-2 grid gap-3.5">
      {waysOf(commands).map(({ title, what, command, hint }) => (
        <div key={title} className="min-w-0">
          <h3 className="mb-1 font-medium">{title}</h3>
          <CommandBlock command={command} what={what} />
          {hint !== undefined && <p className="mt-1 text-small text-ink-muted">{hint}</p>}
        </div>
      ))}
    </div>
  </details>
)

/** How to reach the instance: whatever it has, and nothing else. */
export const ConnectPanel = ({ instance }: { instance: Instance }) => {
  const { name, lan_ipv4: lan, public_ipv4: wan, original_ccloud_password: password } = instance
  const { kind, phrase } = stateInfo(instance.state)
  const isRunning = kind === 'running'
  const url = webAppUrl(instance)
  const commands = sshCommands(instance)

  return (
    <Panel title="Connect">
      <div className="-my-2">
        {!isRunning && (
          <p className="py-1.5 text-secondary text-ink-muted">
            This instance is {phrase}:{' '}
            {kind === 'error' || kind === 'deleted' ? 'it may not answer.' : 'connecting works once it runs.'}
          </p>
        )}
        <DefinitionList>
          {url !== null && <WebAppLine name={name} url={url} isOpen={isRunning} />}
          {commands !== null && <CopiedLine term="SSH" value={commands.ssh} what="SSH command" />}
          {password !== null && (
            <Definition term="Password">
              <MaskedSecret value={password} what="password" />
            </Definition>
          )}
          {wan !== null && <CopiedLine term="Public address" value={wan} what="public address" />}
          {lan !== null && <CopiedLine term="LAN address" value={lan} what="LAN address" />}
        </DefinitionList>
        {password !== null && (
          <p className="py-1 text-small text-ink-muted">
            The password is the first one; it may have been changed on the instance since.
          </p>
        )}
        {commands !== null && <MoreWays commands={commands} />}
      </div>
    </Panel>
  )
}
