import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bell from 'lucide-react/icons/bell'
import CopyPlus from 'lucide-react/icons/copy-plus'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { sshLine } from '#model/instance/connect.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import type { OperationAction } from '#model/instance/operation.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { paths } from '#model/paths.ts'
import { useReadyAlert } from '#page/use-ready-alert.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'

/** The next sensible action on an instance: what the main button of its page does. */
type MainAction =
  | { kind: 'open'; label: string; url: string }
  | { kind: 'copySsh'; label: string; command: string }
  /** Asks to be told once it runs. */
  | { kind: 'notify' }
  /** Creates one like it. */
  | { kind: 'create' }
  /** What it will do once it runs; `restart` is primary then. */
  | { kind: 'later'; label: string }

/**
 * Open the web app, else copy the SSH command, of what runs; be told of what is on its way; create another in place of what is deleted.
 * `underWay` is what was asked of it and is not done.
 */
export const mainAction = (
  instance: Instance,
  underWay: OperationAction | null = null,
): MainAction | null => {
  const { kind } = stateInfo(instance.state)
  if (kind === 'transition' || underWay === 'restart') return { kind: 'notify' }
  if (kind === 'deleted') return { kind: 'create' }
  // Its banner has the ways on.
  if (kind === 'error') return null
  const url = webAppUrl(instance)
  const ssh = sshLine(instance)
  const { opens } = flavorInfo(instance.flavor)
  const open = `Open ${opens ?? 'web app'}`
  if (kind === 'stopped' || underWay === 'stop' || underWay === 'delete') {
    // The service may tell no address of what does not run.
    if (url !== null || opens !== null) return { kind: 'later', label: open }
    return ssh === null ? null : { kind: 'later', label: 'Copy SSH command' }
  }
  if (url !== null) return { kind: 'open', label: open, url }
  return ssh === null ? null : { kind: 'copySsh', label: 'Copy SSH command', command: ssh }
}

/** One width and one place in every state. */
const slot = 'min-w-42 max-sm:order-first max-sm:col-span-full max-sm:h-11'

const NotifyButton = () => {
  const { isSet, ask } = useReadyAlert()
  return (
    <Button
      variant={isSet ? 'default' : 'primary'}
      className={slot}
      icon={<Bell aria-hidden size={14} />}
      disabledReason={isSet ? 'You will be told while a tab of Hatteras is open.' : undefined}
      onClick={() => void ask()}
    >
      {isSet ? 'You will be told' : 'Tell me when ready'}
    </Button>
  )
}

/** The main button of the page: it changes its word with the state, and keeps its place. */
export const MainButton = ({ instance, action }: { instance: Instance; action: MainAction }) => {
  switch (action.kind) {
    case 'open':
      return (
        <a
          href={action.url}
          target="_blank"
          rel="noreferrer"
          className={cx(buttonClass({ variant: 'primary' }), slot)}
        >
          {action.label}
          <ArrowUpRight aria-hidden size={15} />
        </a>
      )
    case 'copySsh':
      return (
        <CopyButton text={action.command} what="SSH command" variant="primary" size="md" className={slot}>
          {action.label}
        </CopyButton>
      )
    case 'notify':
      return <NotifyButton />
    case 'create':
      return (
        <Link
          to={paths.create(duplicateSearch(instance))}
          className={cx(buttonClass({ variant: 'primary' }), slot)}
        >
          <CopyPlus aria-hidden size={14} />
          Create one like it
        </Link>
      )
    default:
      return (
        <Button className={slot} disabledReason="It does not run: restart it first.">
          {action.label}
        </Button>
      )
  }
}
