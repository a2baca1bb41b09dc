import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bell from 'lucide-react/icons/bell'
import CopyPlus from 'lucide-react/icons/copy-plus'
import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { duplicateSearch } from '#model/create/duplicate.ts'
import { paths } from '#model/paths.ts'
import { useReadyAlert } from '#page/use-ready-alert.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'

import type { MainAction } from './main-action.ts'

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
