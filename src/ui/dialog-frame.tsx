import { Dialog } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactNode, RefObject } from 'react'

import { buttonClass } from './button-class.ts'
import { cx } from './cx.ts'
import { ScrollArea } from './scroll-area.tsx'

export type DialogFrameProps = {
  /** The dialog's accessible name: the act it is about, for example "Stop instance". */
  title: string
  description?: ReactNode
  width?: 'narrow' | 'wide'
  /** Buttons, the way back first, the act last. */
  footer?: ReactNode
  /** Makes the dialog a form: Enter in a field and a submit button in the footer call it. */
  onSubmit?: (() => void) | undefined
  /** Where the focus starts; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Where the focus returns to; whatever had it before otherwise. */
  returnFocusTo?: HTMLElement | null | undefined
  children?: ReactNode
}

/** The surface both kinds of dialog share: centred on a desk, a sheet from below on a phone; what is long scrolls inside. */
export const DialogFrame = ({
  title,
  description,
  width = 'narrow',
  footer,
  onSubmit,
  initialFocus,
  returnFocusTo,
  children,
}: DialogFrameProps) => {
  const inside = (
    <>
      <ScrollArea className="min-h-0 flex-1 px-5 pt-4 pb-5">
        <Dialog.Title className="pr-8 text-lead font-semibold wrap-anywhere">{title}</Dialog.Title>
        {description !== undefined && (
          <Dialog.Description render={<div />} className="mt-1 text-secondary text-ink-muted">
            {description}
          </Dialog.Description>
        )}
        {children !== undefined && <div className="mt-4">{children}</div>}
      </ScrollArea>
      {footer !== undefined && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3 max-sm:pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          {footer}
        </div>
      )}
    </>
  )

  return (
    <Dialog.Portal>
      <Dialog.Backdrop
        data-scrim
        className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
      />
      <Dialog.Viewport className="fixed inset-0 z-50 grid grid-cols-[minmax(0,1fr)] place-items-center p-6 max-sm:items-end max-sm:p-0 max-sm:pt-10">
        <Dialog.Popup
          initialFocus={initialFocus}
          finalFocus={() => (returnFocusTo?.isConnected === true ? returnFocusTo : true)}
          className={cx(
            'relative flex max-h-full min-h-0 w-full flex-col rounded-panel overlay transition-[opacity,translate] outline-none data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 max-sm:data-starting-style:translate-y-6',
            width === 'narrow' ? 'max-w-[440px]' : 'max-w-[640px]',
          )}
        >
          {onSubmit === undefined ? (
            inside
          ) : (
            <form
              noValidate
              className="flex min-h-0 flex-1 flex-col"
              onSubmit={(event) => {
                event.preventDefault()
                event.stopPropagation()
                onSubmit()
              }}
            >
              {inside}
            </form>
          )}
          <div className="absolute top-3.5 right-3.5">
            <Dialog.Close
              aria-label="Close"
              className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
            >
              <X aria-hidden size={15} />
            </Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Viewport>
    </Dialog.Portal>
  )
}
