import type { Instance } from '#contract/instance.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { notifyNotStored } from '#page/save-stored.ts'
import { setTheme } from '#storage/theme.ts'
import { copyText } from '#ui/copy-button.tsx'
import { showToast } from '#ui/toast-store.ts'

import type { PaletteAction, Run } from './command.ts'

interface Ways {
  onGo: (to: string) => void
  onAction: (action: PaletteAction, instance: Instance) => void
  onSwitch: (account: string) => void
  onRetry: (operation: number) => void
}

const copySsh = async (instance: Instance) => {
  const text = sshCommands(instance)?.ssh ?? ''
  const isCopied = await copyText(text)
  showToast(
    isCopied
      ? { tone: 'good', title: 'SSH command copied.' }
      : { tone: 'bad', title: 'The browser blocked copying, so nothing was copied.', detail: text },
  )
}

/** Does what a command says. */
export const carryOut = (run: Run, { onGo, onAction, onSwitch, onRetry }: Ways): void => {
  switch (run.kind) {
    case 'go':
      onGo(run.to)
      return
    case 'action':
      onAction(run.action, run.instance)
      return
    case 'open':
      globalThis.open(run.url, '_blank', 'noopener,noreferrer')
      return
    case 'copySsh':
      void copySsh(run.instance)
      return
    case 'retry':
      onRetry(run.operation)
      return
    case 'switch':
      onSwitch(run.account)
      return
    default:
      if (!setTheme(run.theme)) notifyNotStored()
  }
}
