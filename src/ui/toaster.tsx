import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import X from 'lucide-react/icons/x'
import { type FocusEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { frontLayer } from './front-layer.ts'
import { dismissToast, readToasts, subscribeToasts, type Toast, toastLifeMs } from './toast-store.ts'
import { useTimeout } from './use-timeout.ts'

const marks = {
  plain: { icon: Info, colour: 'text-ink-muted' },
  good: { icon: Check, colour: 'text-run' },
  bad: { icon: CircleAlert, colour: 'text-bad' },
} as const

type ToastCardProps = {
  toast: Toast
  held: boolean
  /** Called when a person is done with it, before it goes. */
  onLeave: () => void
}

const ToastCard = ({ toast, held, onLeave }: ToastCardProps) => {
  const { icon: Icon, colour } = marks[toast.tone]
  useTimeout(() => dismissToast(toast.id), held ? null : toastLifeMs(toast))

  const leave = () => {
    onLeave()
    dismissToast(toast.id)
  }

  return (
    <li className="pointer-events-auto flex animate-rise items-start gap-2.5 rounded-panel py-2.5 pr-2 pl-3 overlay">
      <Icon aria-hidden size={16} className={cx('mt-[5px] shrink-0', colour)} />
      <div className="min-w-0 flex-1 py-[3px]">
        <p className="font-medium wrap-anywhere">{toast.title}</p>
        {toast.detail !== undefined && (
          <p className="text-secondary wrap-anywhere text-ink-muted">{toast.detail}</p>
        )}
      </div>
      {toast.action !== undefined && (
        <Button
          size="sm"
          onClick={() => {
            leave()
            toast.action?.onAction()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton size="sm" label="Dismiss" icon={<X aria-hidden size={14} />} onClick={leave} />
    </li>
  )
}

/**
 * Where toasts appear, under what else is told at the edge of the page (`children`). Mount it once. Pointing at them, or focus in them,
 * holds them all; whoever is done with one is back where they were.
 */
export const Toaster = ({ children }: { children?: ReactNode }) => {
  const toasts = useSyncExternalStore(subscribeToasts, readToasts)
  const [held, setHeld] = useState(false)
  const before = useRef<HTMLElement | null>(null)

  const hold = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
    setHeld(true)
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) {
      before.current = relatedTarget
    }
  }
  const leave = () => {
    setHeld(false)
    if (before.current?.isConnected === true) before.current.focus({ preventScroll: true })
  }

  return createPortal(
    <section
      aria-label="Notices"
      // At the top of a phone, whose bar and sheets are at the bottom.
      className="pointer-events-none fixed right-4 bottom-4 w-[min(24rem,calc(100vw-2rem))] max-lg:in-[:root:has([data-sheet])]:bottom-24 max-md:top-[calc(0.5rem+env(safe-area-inset-top))] max-md:bottom-auto! print:hidden"
    >
      <div
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={hold}
        onBlur={() => setHeld(false)}
      >
        {children}
        <ol className="grid gap-2">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} held={held} onLeave={leave} />
          ))}
        </ol>
      </div>
    </section>,
    frontLayer(),
  )
}
