import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog'
import { CSPProvider } from '@base-ui/react/csp-provider'

import { DialogFrame, type DialogFrameProps } from './dialog-frame.tsx'

type AlertDialogProps = DialogFrameProps & {
  open: boolean
  onClose: () => void
}

/** A modal question before something that cannot be taken back. A click beside it does not answer it. */
export const AlertDialog = ({ open, onClose, ...frame }: AlertDialogProps) => (
  <CSPProvider disableStyleElements>
    <BaseAlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <DialogFrame {...frame} />
    </BaseAlertDialog.Root>
  </CSPProvider>
)
