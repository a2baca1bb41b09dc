import Search from 'lucide-react/icons/search'
import { useEffect, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

import { Kbd } from '#ui/kbd.tsx'
import { TextInput } from '#ui/text-input.tsx'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * The search of the fleet. What is typed is shown at once and follows into the URL; the URL speaks back only when one goes back
 * or forward, so that a slow page can never swallow a letter.
 */
export const SearchBox = ({ query, onQuery }: { query: string; onQuery: (query: string) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(query)
  const { key } = useLocation()
  const isStepBack = useNavigationType() === NavigationType.Pop
  const [shownKey, setShownKey] = useState(key)
  if (key !== shownKey) {
    setShownKey(key)
    if (isStepBack || query === '') setText(query)
  }

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
      aria-label="Search instances"
      aria-keyshortcuts="/"
      placeholder="Search instances"
      className="md:max-w-72"
      leading={<Search aria-hidden size={14} />}
      trailing={text === '' ? <Kbd>/</Kbd> : undefined}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onQuery(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === '') return
        setText('')
        onQuery('')
      }}
    />
  )
}
