import Terminal from 'lucide-react/icons/terminal'

import type { Instance } from '#contract/instance.ts'
import { sshLine, whyNoSshLine } from '#model/instance/connect.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'

import { phone } from './columns.ts'

/** Copies the SSH command of a row: there for the pointer that is on the row, for the keyboard, and for fingers. */
const CopySsh = ({ instance }: { instance: Instance }) => (
  <CopyButton
    text={() => sshLine(instance) ?? ''}
    disabledReason={whyNoSshLine(instance)}
    what={`SSH command of ${instance.name}`}
    icon={<Terminal aria-hidden size={14} />}
    className={cx(
      phone.never,
      'pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:focus-visible:opacity-100',
    )}
  />
)
export default CopySsh
