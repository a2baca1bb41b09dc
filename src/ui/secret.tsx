import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type ComponentProps, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'

import { Button, IconButton } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'
import { inputClass, InputFrame } from './text-input.tsx'
import { useTimeout } from './use-timeout.ts'

type SecretInputProps = Omit<
  ComponentProps<'input'>,
  'type' | 'size' | 'children' | 'autoComplete' | 'value' | 'defaultValue'
> & {
  value?: string
  /** What signs one in, so that a password manager may keep it and fill it in. */
  isLogin?: boolean
}

const typed = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const

/**
 * Any other secret is none of a password manager's business. Those that ignore `off` on a field of this type take `new-password` for
 * one that they have nothing to fill in with.
 */
const leftAlone = {
  autoComplete: 'new-password',
  'data-1p-ignore': true,
  'data-bwignore': true,
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const

/** A secret: masked, with a toggle to check what was typed. */
export const SecretInput = ({ className, value = '', isLogin = false, ref, ...rest }: SecretInputProps) => {
  const [shown, setShown] = useState(false)
  const control = useFieldControl(rest)
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, [])
  // React would write a value that it is given into the attribute of that name too, where whatever reads the document finds it.
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== value) input.current.value = value
  }, [value])

  return (
    <InputFrame className={cx('pr-1', className)}>
      <input
        {...typed}
        {...(isLogin ? { autoComplete: 'current-password' } : leftAlone)}
        {...rest}
        {...control}
        ref={input}
        type={shown ? 'text' : 'password'}
        className={cx(inputClass, shown && 'font-mono text-secondary')}
      />
      <IconButton
        size="sm"
        label={shown ? 'Hide characters' : 'Show characters'}
        icon={shown ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
        onClick={() => setShown(!shown)}
      />
    </InputFrame>
  )
}

/** The name that a password manager keeps a key under, where no field shows it: it tells two accounts apart. */
export const LoginName = ({ name }: { name: string }) => (
  <input type="text" autoComplete="username" value={name} readOnly hidden />
)

const revealedForMs = 30_000

type MaskedSecretProps = {
  value: string
  /** What it is, in lower case: "password". */
  what: string
}

/** A secret behind dots. Revealed, it hides itself again after 30 seconds; copying does not reveal it. */
export const MaskedSecret = ({ value, what }: MaskedSecretProps) => {
  const [revealed, setRevealed] = useState(false)

  useTimeout(() => setRevealed(false), revealed ? revealedForMs : null)

  return (
    <span className="flex w-full min-w-0 items-center gap-1.5">
      {revealed ? (
        <span translate="no" className="min-w-0 font-mono text-secondary wrap-anywhere">
          {value}
        </span>
      ) : (
        <span
          role="img"
          aria-label={`Hidden ${what}`}
          className="min-w-0 overflow-hidden font-mono text-secondary tracking-widest"
        >
          ••••••••••
        </span>
      )}
      <Button
        variant="ghost"
        size="sm"
        aria-label={`${revealed ? 'Hide' : 'Reveal'} ${what}`}
        onClick={() => setRevealed(!revealed)}
      >
        {revealed ? 'Hide' : 'Reveal'}
      </Button>
      <CopyButton text={value} what={what} secret className="ml-auto" />
    </span>
  )
}
