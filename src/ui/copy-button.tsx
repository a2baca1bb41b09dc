import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { type MouseEvent, type ReactNode, useState } from 'react'

import { announce } from './announcer.tsx'
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx'
import { lazyPart } from './lazy-part.tsx'
import { useTimeout } from './use-timeout.ts'

/** Copying where the Clipboard API is missing or refused, as on plain http: the browser's older way. */
const copyBySelection = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'sr-only'
  const before = document.activeElement
  const host = before?.closest('[role=dialog], [role=alertdialog]') ?? document.body
  host.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}

/** Puts `text` on the clipboard. Returns whether it is there; never throws. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

const CopyFallback = lazyPart(() => import('./copy-fallback.tsx'))

const copiedForMs = 1600

type CopyButtonProps = {
  /** The text, or how to make it at the moment of the click. */
  text: string | (() => string)
  /** What is copied, for "Copy …" and "… copied": "SSH command", "uuid". */
  what: string
  /** In place of the usual picture. */
  icon?: ReactNode
  /** Words on the button; without them it is an icon. */
  children?: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  /** Never shown, not even when the browser refuses to copy it. */
  secret?: boolean
  disabledReason?: string | undefined
  className?: string
}

/** Apart from the component, since the compiler knows no `import()`. */
const showCopied = (anchor: HTMLElement) => {
  void import('./tooltips.ts').then(
    ({ showTooltip }) => showTooltip(anchor, 'Copied'),
    () => undefined,
  )
}

/** Copies a text and says that it did. */
export const CopyButton = ({
  text,
  what,
  icon,
  children,
  variant = 'ghost',
  size = 'sm',
  secret = false,
  disabledReason,
  className,
}: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  const [failed, setFailed] = useState<{ anchor: HTMLElement; text: string } | null>(null)

  useTimeout(() => setCopied(false), copied ? copiedForMs : null)

  const copy = async ({ currentTarget: anchor }: MouseEvent<HTMLButtonElement>) => {
    const wanted = typeof text === 'string' ? text : text()
    if (await copyText(wanted)) {
      setCopied(true)
      showCopied(anchor)
      announce(`${what.charAt(0).toUpperCase()}${what.slice(1)} copied`)
    } else setFailed({ anchor, text: wanted })
  }

  const label = `Copy ${what}`
  const Icon = copied ? Check : Copy
  return (
    <>
      <Button
        variant={variant}
        size={size}
        square={children === undefined}
        aria-label={label}
        tooltip={children === undefined ? label : undefined}
        icon={
          icon !== undefined && !copied ? (
            icon
          ) : (
            <Icon aria-hidden size={size === 'sm' ? 14 : 15} className={copied ? 'text-run' : undefined} />
          )
        }
        disabledReason={disabledReason}
        className={className}
        onClick={(event) => void copy(event)}
      >
        {children}
      </Button>
      {failed !== null && (
        <CopyFallback
          anchor={failed.anchor}
          text={secret ? undefined : failed.text}
          onClose={() => setFailed(null)}
        />
      )}
    </>
  )
}
