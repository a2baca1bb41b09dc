import { Dialog, type DialogProps } from './dialog.tsx'

/** A modal question before something that cannot be taken back. A click beside it does not close it. */
export const AlertDialog = (props: Omit<DialogProps, 'role' | 'stayOnOutsideClick'>) => (
  <Dialog {...props} role="alertdialog" stayOnOutsideClick />
)
