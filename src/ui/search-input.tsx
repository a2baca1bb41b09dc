import Search from 'lucide-react/icons/search'
import { useEffect, useRef } from 'react'

import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import { hasOverlay, isTyping } from './shortcut-keys.ts'
import { TextInput } from './text-input.tsx'

interface SearchInputProps {
  /** Its accessible name, and what stands in it while it is empty; its first word, which is Search, where it is narrow. */
  label: `Search ${string}`
  value: string
  onValueChange: (value: string) => void
  className?: string
}

/** The search of a page. `/` leads into it and Escape empties it. */
export const SearchInput = ({ label, value, onValueChange, className }: SearchInputProps) => {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || hasOverlay()) return
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
      className={cx('@container', className)}
      leading={
        <>
          <Search aria-hidden size={14} />
          {/* No placeholder: that would be cut where the box is narrow. */}
          {value === '' && (
            <span
              aria-hidden
              className="pointer-events-none -mr-2 ml-2 w-0 text-body whitespace-nowrap pointer-coarse:text-[1rem]"
            >
              Search<span className="@max-[11.5rem]:hidden">{label.slice(6)}</span>
            </span>
          )}
        </>
      }
      trailing={
        value === '' ? (
          <span className="@max-[9rem]:hidden">
            <Kbd>/</Kbd>
          </span>
        ) : undefined
      }
      value={value}
      onChange={(event) => onValueChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onValueChange('')
      }}
    />
  )
}
