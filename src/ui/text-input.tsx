import Search from 'lucide-react/icons/search'
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'

import { cx } from './cx.ts'
import { useFieldControl } from './field-context.ts'
import { Kbd } from './kbd.tsx'

/** The border around an input and what stands beside it inside the same box. The whole box shows the input's focus and error. */
export const InputFrame = ({
  className,
  children,
}: {
  className?: string | undefined
  children: ReactNode
}) => (
  <span
    className={cx(
      'flex h-[34px] w-full min-w-0 items-center gap-2 rounded-control border border-line-strong bg-surface px-2.5 outline-offset-2 outline-accent transition-colors hover:border-ink-faint has-[:disabled]:bg-sunken has-[[aria-invalid=true]]:border-bad has-[input:focus-visible]:outline-2 pointer-coarse:h-10',
      className,
    )}
  >
    {children}
  </span>
)

/** The bare input inside a frame. Phones zoom into text smaller than 16 px, so it is 16 px there. */
export const inputClass =
  'h-full min-w-0 flex-1 bg-transparent text-body text-ink outline-none disabled:cursor-not-allowed disabled:text-ink-muted pointer-coarse:text-[1rem]'

type TextInputProps = Omit<ComponentProps<'input'>, 'size' | 'children'> & {
  leading?: ReactNode
  trailing?: ReactNode
  /** For commands, ids and addresses. */
  mono?: boolean
}

/** A line of text. Inside a `Field` it is labelled and described by it. */
export const TextInput = ({
  leading,
  trailing,
  mono = false,
  className,
  type = 'text',
  ...rest
}: TextInputProps) => (
  <InputFrame className={className}>
    {leading !== undefined && <span className="flex shrink-0 text-ink-muted">{leading}</span>}
    <input
      type={type}
      {...rest}
      {...useFieldControl(rest)}
      className={cx(inputClass, mono && 'font-mono text-secondary')}
    />
    {trailing !== undefined && <span className="flex shrink-0 items-center">{trailing}</span>}
  </InputFrame>
)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

interface SearchInputProps {
  /** Its accessible name, and what stands in it while it is empty. */
  label: string
  value: string
  onValueChange: (value: string) => void
  className?: string
}

/** The search of a page. `/` leads into it and Escape empties it. */
export const SearchInput = ({ label, value, onValueChange, className }: SearchInputProps) => {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null) return
      event.preventDefault()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])

  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      className={className}
      leading={<Search aria-hidden size={14} />}
      trailing={value === '' ? <Kbd>/</Kbd> : undefined}
      value={value}
      onChange={(event) => onValueChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onValueChange('')
      }}
    />
  )
}
