import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'

import { DialogFrame, type DialogFrameProps } from './dialog-frame.tsx'

type DialogProps = DialogFrameProps & {
  open: boolean
  /** Escape, the close button, and a click beside the dialog. */
  onClose: () => void
  /** Keeps the dialog open when one clicks beside it: for a form with something typed. */
  stayOnOutsideClick?: boolean
}

/** A modal dialog. */
export const Dialog = ({ open, onClose, stayOnOutsideClick = false, ...frame }: DialogProps) => (
  <CSPProvider disableStyleElements>
    <BaseDialog.Root
      open={open}
      disablePointerDismissal={stayOnOutsideClick}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <DialogFrame {...frame} />
    </BaseDialog.Root>
  </CSPProvider>
)
