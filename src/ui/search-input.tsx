import Search from 'lucide-react/icons/search'
import { useEffect, useRef } from 'react'

import { Kbd } from './kbd.tsx'
import { TextInput } from './text-input.tsx'

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
