import { useEffect, useRef } from 'react'

import { useTopLayer } from './use-top-layer.ts'

type CopyFallbackProps = {
  /** What was to be copied; absent for a secret, which is not shown for it. */
  text: string | undefined
  anchor: HTMLElement
  onClose: () => void
}

/** Stands in when the browser refuses to copy: the text, already selected, and what to press. */
const CopyFallback = ({ text, anchor, onClose }: CopyFallbackProps) => {
  const box = useTopLayer(anchor, 'end', onClose)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    input.current?.select()
  }, [])

  return (
    <div
      ref={box}
      popover="manual"
      role="alert"
      className="fixed inset-auto m-0 w-72 rounded-card p-3 text-left text-secondary whitespace-normal overlay"
    >
      <p>
        {text === undefined
          ? 'The browser blocked copying, so nothing was copied. Reveal it and copy it by hand.'
          : 'The browser blocked copying. Press Ctrl+C or ⌘C to copy the selected text.'}
      </p>
      {text !== undefined && (
        <input
          ref={input}
          readOnly
          value={text}
          aria-label="Text to copy"
          className="mt-2 h-8 w-full rounded-control border border-line-strong bg-surface px-2 font-mono"
        />
      )}
    </div>
  )
}
export default CopyFallback
