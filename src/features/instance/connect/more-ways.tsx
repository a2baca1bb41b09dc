import { CommandBlock } from '#features/actions/api-call.tsx'
import type { SshCommands } from '#model/instance/connect.ts'

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
export const MoreWays = ({ commands }: { commands: SshCommands }) => (
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
