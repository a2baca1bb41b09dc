import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type ComponentProps, useState } from 'react'

import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'
import { inputClass, InputFrame } from './text-input.tsx'

type SecretInputProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'children'>

/** Password managers and spelling services have no business with an API key or a cloud secret. */
const leaveAlone = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  'data-1p-ignore': true,
  'data-bwignore': true,
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const

/** A secret: masked, with a toggle to check what was typed. */
export const SecretInput = ({ className, ...rest }: SecretInputProps) => {
  const [shown, setShown] = useState(false)
  const control = useFieldControl(rest)

  return (
    <InputFrame className={cx('pr-1', className)}>
      <input
        {...leaveAlone}
        {...rest}
        {...control}
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
