import { Check, CircleAlert, Info, X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'

import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { dismissToast, readToasts, subscribeToasts, type Toast, toastLifeMs } from './toast-store.ts'
import { useTimeout } from './use-timeout.ts'

const marks = {
  plain: { icon: Info, colour: 'text-ink-muted' },
  good: { icon: Check, colour: 'text-run' },
  bad: { icon: CircleAlert, colour: 'text-bad' },
} as const

const ToastCard = ({ toast, held }: { toast: Toast; held: boolean }) => {
  const { icon: Icon, colour } = marks[toast.tone]
  useTimeout(() => dismissToast(toast.id), held ? null : toastLifeMs(toast))

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
            dismissToast(toast.id)
            toast.action?.onAct()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        size="sm"
        label="Dismiss"
        icon={<X aria-hidden size={14} />}
        onClick={() => dismissToast(toast.id)}
      />
    </li>
  )
}

/** Where toasts appear. Mount it once. Pointing at them, or focus in them, holds them all. */
export const Toaster = () => {
  const toasts = useSyncExternalStore(subscribeToasts, readToasts)
  const [held, setHeld] = useState(false)

  return (
    <section
      aria-label="Notices"
      className="pointer-events-none fixed right-4 bottom-4 z-60 w-[min(24rem,calc(100vw-2rem))] max-md:bottom-[calc(4.5rem+env(safe-area-inset-bottom))] print:hidden"
    >
      <div
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <ol className="grid gap-2">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} held={held} />
          ))}
        </ol>
      </div>
    </section>
  )
}
