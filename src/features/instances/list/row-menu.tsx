import { useNavigate } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { useActRule } from '#storage/marks.ts'
import { actPrice, actPriceText } from '#model/act-price.ts'
import type { Act } from '#model/acts.ts'
import { webAppUrl } from '#model/connect.ts'
import { paths } from '#model/paths.ts'
import { stateInfo } from '#model/states.ts'
import { copyText } from '#ui/clipboard.ts'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'

import type { DialogAct } from '../parts/acts/act-dialogs.tsx'

interface RowMenuProps {
  instance: Instance
  anchor: HTMLElement
  onClose: () => void
  onAct: (act: DialogAct, instance: Instance) => void
  onRestart: (instance: Instance) => void
}

const copy = async (what: string, text: string) => {
  const copied = await copyText(text)
  showToast({
    tone: copied ? 'good' : 'bad',
    title: copied ? `${what} copied.` : `The browser refused to copy: ${text}`,
  })
}

/** Everything one can do with an instance from its row; what is not possible now says why. */
const RowMenu = ({ instance, anchor, onClose, onAct, onRestart }: RowMenuProps) => {
  const navigate = useNavigate()
  const rule = useActRule()
  const refusal = (act: Act): string | undefined => {
    const verdict = rule(act, instance)
    return verdict.allowed ? undefined : verdict.reason
  }
  const { name, ssh_command: ssh } = instance
  const webApp = stateInfo(instance.state).kind === 'running' ? webAppUrl(instance) : null
  const dialog = (act: DialogAct, label: string): MenuEntry => ({
    kind: 'act',
    label,
    disabledReason: refusal(act),
    danger: act === 'delete',
    onSelect: () => {
      onAct(act, instance)
    },
  })

  const entries: MenuEntry[] = [
    { kind: 'act', label: 'Open details', onSelect: () => void navigate(paths.instance(instance)) },
    ...(webApp === null
      ? []
      : [{ kind: 'link' as const, label: 'Open web app', href: webApp, newTab: true }]),
    ...(ssh === null
      ? []
      : [{ kind: 'act' as const, label: 'Copy SSH command', onSelect: () => void copy('SSH command', ssh) }]),
    {
      kind: 'act',
      label: 'Copy link',
      onSelect: () => void copy('Link', new URL(paths.instance(instance), globalThis.location.origin).href),
    },
    { kind: 'separator', key: 'acts' },
    dialog('stop', 'Stop'),
    {
      kind: 'act',
      label: 'Restart',
      detail: actPriceText('restart', actPrice('restart', instance)),
      disabledReason: refusal('restart'),
      onSelect: () => {
        onRestart(instance)
      },
    },
    dialog('resize', 'Resize'),
    dialog('rename', 'Rename'),
    { kind: 'separator', key: 'end' },
    dialog('delete', 'Delete'),
  ]
  return <AnchoredMenu anchor={anchor} onClose={onClose} label={`Actions for ${name}`} entries={entries} />
}
export default RowMenu
