import X from 'lucide-react/icons/x'
import { type ReactNode, type RefObject, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import { closeOnBack } from './back-closes.ts'
import { buttonClass } from './button.tsx'
import { cx } from './cx.ts'
import { showModal } from './layers.ts'
import { ScrollArea } from './scroll-area.tsx'

export type DialogProps = {
  open: boolean
  /** Escape, the close button, and a click beside the dialog; undefined while it cannot be closed. */
  onClose: (() => void) | undefined
  /** Keeps the dialog open when one clicks beside it: for a form with something typed. */
  stayOnOutsideClick?: boolean
  role?: 'dialog' | 'alertdialog'
  /** The dialog's accessible name: the action it is about, for example "Stop instance". */
  title: string
  /** What it is about, beside the title: a name with its mark. */
  subject?: ReactNode
  description?: ReactNode
  /** The id of the sentence that describes it, where that stands among its children. */
  describedBy?: string | undefined
  width?: 'narrow' | 'wide'
  /** A palette stands high, has no title for the eye, and leaves its inside to its children. */
  look?: 'dialog' | 'palette'
  /** Buttons, the way back first, the action last. */
  footer?: ReactNode
  /** Makes the dialog a form: Enter in a field and a submit button in the footer call it. */
  onSubmit?: (() => void) | undefined
  /** Where the focus starts; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Where the focus returns to; whatever had it before otherwise. */
  returnFocusTo?: HTMLElement | null | undefined
  children?: ReactNode
}

/** The close button comes last, and so has the focus first only where there is nothing else. */
const controls =
  ':is(input:not([type=radio]:not(:checked)), select, textarea, button, a[href]):not(:disabled, [tabindex="-1"])'

const focusFirst = (dialog: HTMLElement, given: HTMLElement | null | undefined) => {
  for (const control of [given, ...dialog.querySelectorAll<HTMLElement>(controls), dialog]) {
    control?.focus({ preventScroll: true })
    if (control && document.activeElement === control) return
  }
}

/** A click on the scrim reaches the dialog itself, and so does one on its border. */
const isBeside = ({ target, clientX: x, clientY: y }: MouseEvent, dialog: HTMLElement) => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return target === dialog && (x < left || x > right || y < top || y > bottom)
}

/** A click on the scrim has to begin there too, or selecting a text too far would close the dialog. */
const watchDialog = (dialog: HTMLDialogElement, on: { scrim: () => void; close: () => void }) => {
  const watching = new AbortController()
  let began = false
  const onPress = (event: MouseEvent) => {
    began = isBeside(event, dialog)
    // The focus stays where it is.
    if (began) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    if (began && isBeside(event, dialog)) on.scrim()
    began = false
  }
  // The browser closes it by itself when it is asked twice; whether it goes is for its owner to say.
  const onClosed = () => {
    dialog.showModal()
    on.close()
  }
  dialog.addEventListener('mousedown', onPress, watching)
  dialog.addEventListener('click', onClick, watching)
  dialog.addEventListener('close', onClosed, watching)
  return () => watching.abort()
}

const Modal = ({
  onClose,
  stayOnOutsideClick = false,
  role = 'dialog',
  title,
  subject,
  description,
  describedBy,
  width = 'narrow',
  look = 'dialog',
  footer,
  onSubmit,
  initialFocus,
  returnFocusTo,
  children,
}: DialogProps) => {
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const firstFocus = useEffectEvent(() => initialFocus?.current)
  const lastFocus = useEffectEvent(() => returnFocusTo)
  const leave = useEffectEvent((isOutside: boolean) => {
    if (!isOutside || !stayOnOutsideClick) onClose?.()
  })

  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog === null) return undefined
    const close = showModal(dialog)
    focusFirst(dialog, firstFocus())
    const unwatch = watchDialog(dialog, { scrim: () => leave(true), close: () => leave(false) })
    const unlist = closeOnBack(() => leave(false))
    return () => {
      unlist()
      unwatch()
      close(lastFocus())
    }
  }, [])

  const isPalette = look === 'palette'
  const inside = isPalette ? (
    <>
      <h2 id={`${id}-title`} className="sr-only">
        {title}
      </h2>
      {children}
    </>
  ) : (
    <>
      {/* From its own height: WebKit takes that of a modal dialog as given, and gives a part that begins at none no room. */}
      <ScrollArea className="min-h-0 flex-auto px-5 pt-4 pb-5 print:overflow-visible">
        <div className="flex flex-wrap items-baseline gap-x-2.5 pr-8">
          <h2 id={`${id}-title`} className="text-lead font-semibold wrap-anywhere">
            {title}
          </h2>
          {subject}
        </div>
        {description !== undefined && (
          <div id={`${id}-description`} className="mt-1 text-secondary text-ink-muted">
            {description}
          </div>
        )}
        {children !== undefined && <div className="mt-4">{children}</div>}
      </ScrollArea>
      {footer !== undefined && (
        <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3 max-sm:pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          {footer}
        </div>
      )}
    </>
  )

  return createPortal(
    <dialog
      ref={ref}
      role={role}
      tabIndex={-1}
      aria-modal
      // Without it, a second Escape closes the dialog unasked.
      closedby={onClose === undefined ? 'none' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? describedBy : `${id}-description`}
      onCancel={(event) => {
        // That of a file field comes by here too.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
      className={cx(
        'm-auto animate-rise flex-col overflow-visible rounded-panel overlay outline-none backdrop:animate-fade open:flex print:absolute print:max-h-none print:shadow-none',
        isPalette
          ? 'mt-[14dvh]! max-h-[82dvh] w-[calc(100%-1rem)] max-w-[38.75rem] max-sm:mt-2! max-sm:max-h-[calc(100dvh-1rem)]'
          : 'max-h-[calc(100dvh-3rem)] w-[calc(100%-3rem)] max-sm:mb-0 max-sm:max-h-[calc(100dvh-2.5rem)] max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0',
        !isPalette && (width === 'narrow' ? 'max-w-[28.25rem]' : 'max-w-160'),
      )}
    >
      {onSubmit === undefined ? (
        inside
      ) : (
        <form
          noValidate
          className="flex min-h-0 flex-auto flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onSubmit()
          }}
        >
          {inside}
        </form>
      )}
      {onClose !== undefined && (
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className={cx(
            buttonClass({ variant: 'ghost', size: 'sm', square: true }),
            'absolute! top-3.5 right-3.5',
            // With a keyboard there is Escape; a finger may find no scrim to press.
            isPalette && 'sm:hidden',
          )}
        >
          <X aria-hidden size={15} />
        </button>
      )}
    </dialog>,
    document.body,
  )
}

/** A modal dialog: centred on a desk, a sheet from below on a phone; what is long scrolls inside. */
export const Dialog = (props: DialogProps) => (props.open ? <Modal {...props} /> : null)

/** A modal question before something that cannot be taken back. A click beside it does not close it. */
export const AlertDialog = (props: Omit<DialogProps, 'role' | 'stayOnOutsideClick'>) => (
  <Dialog {...props} role="alertdialog" stayOnOutsideClick />
)
