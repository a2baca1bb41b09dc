import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import CopyIcon from 'lucide-react/icons/copy'
import CopyPlus from 'lucide-react/icons/copy-plus'
import Hourglass from 'lucide-react/icons/hourglass'
import LinkIcon from 'lucide-react/icons/link'
import PanelRight from 'lucide-react/icons/panel-right'
import Pencil from 'lucide-react/icons/pencil'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Scaling from 'lucide-react/icons/scaling'
import Square from 'lucide-react/icons/square'
import Trash2 from 'lucide-react/icons/trash-2'
import { useNavigate } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { sshLine, whyNoSshLine } from '#model/instance/connect.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { stateInfo } from '#model/instance/states.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { paths } from '#model/paths.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { monthlyChange } from '#model/pricing/change-figure.ts'
import { useAsk } from '#operations/action-requests.ts'
import { isUnconfirmed } from '#operations/operation.ts'
import { useOperation, useOperations } from '#operations/operations-context.ts'
import { copyText } from '#ui/copy-button.tsx'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'

import { useDisabledNote, useDisabledReasons } from '../actions/use-disabled-reasons.ts'

interface RowMenuProps {
  instance: Instance
  anchor: HTMLElement
  onClose: () => void
}

const actionIcons = { stop: Square, resize: Scaling, rename: Pencil, delete: Trash2 } as const

/** What stopping saves in a month, to stand beside it. */
const stopFigure = (instance: Instance): string | undefined => {
  const saves = monthlyChange(actionPrice('stop', instance).change)
  return saves === null ? undefined : `${saves.lead} ${saves.figure} / month`.replaceAll(' ', '\u00a0')
}

const copy = async (what: string, text: string) => {
  const copied = await copyText(text)
  showToast({
    tone: copied ? 'good' : 'bad',
    title: copied ? `${what} copied.` : `The browser refused to copy: ${text}`,
  })
}

/** Everything one can do with an instance from its row; what is not possible now says why, in a word or two. */
const RowMenu = ({ instance, anchor, onClose }: RowMenuProps) => {
  const navigate = useNavigate()
  const ask = useAsk()
  const disabledReason = useDisabledReasons(instance)
  const disabledNote = useDisabledNote(instance)
  const operations = useOperations()
  const operation = useOperation(instance.uuid)
  const unconfirmed = operation !== undefined && isUnconfirmed(operation) ? operation : null
  const { name } = instance
  const ssh = sshLine(instance)
  const webApp = stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
  const dialog = (action: keyof typeof actionIcons, label: string): MenuEntry => {
    const Icon = actionIcons[action]
    return {
      kind: 'action',
      label,
      icon: <Icon aria-hidden size={15} />,
      disabledReason: disabledReason(action),
      disabledNote: disabledNote(action),
      danger: action === 'delete',
      opensDialog: true,
      figure: action === 'stop' ? stopFigure(instance) : undefined,
      onSelect: () => ask({ action, instance }),
    }
  }

  const entries: MenuEntry[] = [
    ...(unconfirmed === null
      ? []
      : [
          {
            kind: 'action' as const,
            label: 'Try again',
            icon: <RotateCw aria-hidden size={15} />,
            detail: `It is not confirmed that it was ${operationInfo(unconfirmed.request.action).done}.`,
            onSelect: () => operations.retry(unconfirmed.id),
          },
          {
            kind: 'action' as const,
            label: 'Stop waiting',
            icon: <Hourglass aria-hidden size={15} />,
            onSelect: () => operations.dismiss(unconfirmed.id),
          },
          { kind: 'separator' as const, key: 'unconfirmed' },
        ]),
    {
      kind: 'action',
      label: 'Open details',
      icon: <PanelRight aria-hidden size={15} />,
      onSelect: () => void navigate(paths.instance(instance)),
    },
    ...(webApp === null
      ? []
      : [
          {
            kind: 'link' as const,
            label: 'Open web app',
            icon: <ArrowUpRight aria-hidden size={15} />,
            href: webApp,
            newTab: true,
          },
        ]),
    ...(ssh === null && instance.ssh_command === null
      ? []
      : [
          {
            kind: 'action' as const,
            label: 'Copy SSH command',
            icon: <CopyIcon aria-hidden size={15} />,
            disabledReason: whyNoSshLine(instance),
            disabledNote: 'on its page',
            onSelect: () => void copy('SSH command', ssh ?? ''),
          },
        ]),
    {
      kind: 'action',
      label: 'Copy link',
      icon: <LinkIcon aria-hidden size={15} />,
      onSelect: () => void copy('Link', new URL(paths.instance(instance), globalThis.location.origin).href),
    },
    { kind: 'separator', key: 'actions' },
    dialog('stop', 'Stop'),
    {
      kind: 'action',
      label: 'Restart',
      icon: <RotateCw aria-hidden size={15} />,
      detail: actionPriceText('restart', actionPrice('restart', instance)),
      disabledReason: disabledReason('restart'),
      disabledNote: disabledNote('restart'),
      onSelect: () => ask({ action: 'restart', instance }),
    },
    dialog('resize', 'Resize'),
    dialog('rename', 'Rename'),
    {
      kind: 'action',
      label: 'Create one like it',
      icon: <CopyPlus aria-hidden size={15} />,
      onSelect: () => void navigate(paths.create(duplicateSearch(instance))),
    },
    { kind: 'separator', key: 'end' },
    dialog('delete', 'Delete'),
  ]
  return <AnchoredMenu anchor={anchor} onClose={onClose} label={`Actions for ${name}`} entries={entries} />
}
export default RowMenu
