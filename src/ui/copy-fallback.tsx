import { AnchoredPopover } from './popover.tsx'

type CopyFallbackProps = {
  /** What was to be copied; absent for a secret, which is not shown for it. */
  text: string | undefined
  anchor: HTMLElement
  onClose: () => void
}

/** Stands in when the browser refuses to copy: the text, already selected, and what to press. */
const CopyFallback = ({ text, anchor, onClose }: CopyFallbackProps) => (
  <AnchoredPopover
    anchor={anchor}
    align="end"
    label="Copy by hand"
    onClose={onClose}
    className="w-72 p-3 text-secondary"
  >
    <p role="alert">
      {text === undefined
        ? 'The browser blocked copying, so nothing was copied. Reveal it and copy it by hand.'
        : 'The browser blocked copying. Press Ctrl+C or ⌘C to copy the selected text.'}
    </p>
    {text !== undefined && (
      <input
        readOnly
        value={text}
        aria-label="Text to copy"
        onFocus={(event) => event.currentTarget.select()}
        className="mt-2 h-8 w-full rounded-control border border-line-strong bg-surface px-2 font-mono"
      />
    )}
  </AnchoredPopover>
)
export default CopyFallback
