import ArrowUpRight from 'lucide-react/icons/arrow-up-right'

import type { MainAct } from './main-act.ts'
import { buttonClass } from '#ui/button-class.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'

/** The one primary button of the page, for what opens or is copied; a restart is the page's own Restart button. */
export const MainButton = ({ act }: { act: Exclude<MainAct, { kind: 'restart' }> }) =>
  act.kind === 'open' ? (
    <a
      href={act.url}
      target="_blank"
      rel="noreferrer"
      className={cx(buttonClass({ variant: 'primary' }), 'max-sm:order-first')}
    >
      {act.label}
      <ArrowUpRight aria-hidden size={15} />
    </a>
  ) : (
    <CopyButton
      text={act.command}
      what="SSH command"
      variant="primary"
      size="md"
      className="max-sm:order-first"
    >
      {act.label}
    </CopyButton>
  )
