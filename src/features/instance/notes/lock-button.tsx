import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'

import type { Instance } from '#contract/instance.ts'
import { useMark } from '#storage/use-mark.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'

import { outcomeWords } from './outcome-words.ts'

/** Blocks stop and delete from this browser, or lifts that. */
export const LockButton = ({ instance: { uuid, name } }: { instance: Instance }) => {
  const { mark, change } = useMark(uuid)
  const Icon = mark.locked ? Lock : LockOpen

  const toggle = () => {
    const outcome = change({ locked: !mark.locked })
    if (outcome !== 'kept') showToast({ tone: 'bad', title: outcomeWords[outcome] })
    else if (mark.locked) announce(`${name} is unlocked.`)
    else announce(`${name} is locked: it can be neither stopped nor deleted from this browser.`)
  }

  return (
    <Button
      variant="ghost"
      size="sm"
      square
      aria-label={mark.locked ? 'Unlock' : 'Lock'}
      tip={
        mark.locked
          ? 'Locked. Unlock: allows stop and delete again.'
          : 'Lock: blocks stop and delete from this browser.'
      }
      icon={<Icon aria-hidden size={13} className={mark.locked ? 'text-lamp-ink' : undefined} />}
      onClick={toggle}
    />
  )
}
