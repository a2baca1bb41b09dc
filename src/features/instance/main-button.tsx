import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bell from 'lucide-react/icons/bell'
import CopyPlus from 'lucide-react/icons/copy-plus'
import { useState } from 'react'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { paths } from '#model/paths.ts'
import { saveStored } from '#page/save-stored.ts'
import { alertKinds, alertSettings } from '#storage/alerts.ts'
import { useStored } from '#storage/stored-value.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { askToNotify, notifyPermission } from '#ui/notification.ts'
import { showToast } from '#ui/toast-store.ts'

import type { MainAction } from './main-action.ts'

/** One width and one place in every state. */
const slot = 'min-w-42 max-sm:order-first max-sm:col-span-full max-sm:h-11'

/** Turns on the notice of a start that has finished, through the browser's own question. */
const NotifyButton = () => {
  const settings = useStored(alertSettings)
  const [permission, setPermission] = useState(notifyPermission)
  const isOn = settings.isOn && settings.kinds.includes('ready') && permission === 'granted'
  const ask = async () => {
    const answer = await askToNotify()
    setPermission(answer)
    if (answer !== 'granted') {
      showToast({
        tone: 'bad',
        title: 'This browser shows no notifications from Hatteras.',
        detail: 'The page goes on looking, and says when it runs.',
      })
      return
    }
    const kinds = settings.isOn ? settings.kinds : []
    saveStored(alertSettings, {
      isOn: true,
      kinds: alertKinds.filter((kind) => kind === 'ready' || kind === 'failed' || kinds.includes(kind)),
    })
  }
  return (
    <Button
      variant={isOn ? 'default' : 'primary'}
      className={slot}
      icon={<Bell aria-hidden size={14} />}
      disabledReason={isOn ? 'You will be told while a tab of Hatteras is open.' : undefined}
      onClick={() => void ask()}
    >
      {isOn ? 'You will be told' : 'Tell me when ready'}
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
