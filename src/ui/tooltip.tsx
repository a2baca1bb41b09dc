import type { ReactNode } from 'react'

type TooltipProps = {
  text: string
  className?: string
  children: ReactNode
}

/**
 * More about a word on the page, for example the exact time behind "3 d". It appears on hover, is read in place by screen
 * readers, and is never the only place for something one needs.
 */
export const Tooltip = ({ text, className, children }: TooltipProps) => (
  <span data-tooltip={text} className={className}>
    {children}
    <span className="sr-only"> ({text})</span>
  </span>
)

const loadTooltips = ({ target }: Event) => {
  if (!(target instanceof Element) || target.closest('[data-tooltip],.truncate') === null) return
  // Without it nothing is lost: what a tooltip says is also a name or a description.
  void import('./tooltips.ts').then(
    () => stop.abort(),
    () => undefined,
  )
}
const stop = new AbortController()

/** Has the tooltips of the page loaded when the pointer or the focus first reaches something that has one. */
export const watchTooltips = (): void => {
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, loadTooltips, { signal: stop.signal })
}
