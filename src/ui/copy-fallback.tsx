import { useEffect, useRef } from 'react'

import { placeNear } from './tip.ts'

type CopyFallbackProps = {
  /** What was to be copied; absent for a secret, which is not shown for it. */
  text: string | undefined
  anchor: Element
  onClose: () => void
}

/** Stands in when the browser refuses to copy: the text, already selected, and what to press. */
export const CopyFallback = ({ text, anchor, onClose }: CopyFallbackProps) => {
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (box.current === null) return
    box.current.showPopover()
    placeNear(anchor, box.current)
    input.current?.select()
  }, [anchor])

  return (
    <div
      ref={box}
      popover="auto"
      role="alert"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
      className="fixed inset-auto m-0 w-72 rounded-card border border-line bg-raised p-3 text-left text-secondary text-ink shadow-overlay"
    >
      <p className="mb-2 whitespace-normal">
        {text === undefined
          ? 'The browser blocked copying. Nothing was copied: reveal it and copy it by hand.'
          : 'The browser blocked copying. Press Ctrl+C or ⌘C to copy the selected text.'}
      </p>
      {text !== undefined && (
        <input
          ref={input}
          readOnly
          value={text}
          aria-label="Text to copy"
          className="h-8 w-full rounded-control border border-line-strong bg-surface px-2 font-mono"
        />
      )}
    </div>
  )
}
