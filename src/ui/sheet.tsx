import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

import { Button } from './button.tsx'
import { cx } from './cx.ts'

type SheetProps = {
  /** The region's accessible name. */
  title: string
  /** A muted fact beside the title, on a large screen. */
  aside?: ReactNode
  /** What the button that opens it on a small screen is called. */
  expandLabel: string
  /** What is always in sight. */
  headline: ReactNode
  children: ReactNode
  /** What has to be seen at once, whether the sheet is open or not. */
  notice?: ReactNode
  /** The action it leads to, always in sight. */
  action: ReactNode
  footer?: ReactNode
  className?: string
}

const folding = 'max-lg:col-span-3 max-lg:overflow-y-auto max-lg:overscroll-contain max-lg:pb-3 empty:hidden'

/**
 * A panel that stays beside a long page. On a small screen it is a bar at the bottom, and the rest comes up as a sheet. The bar has
 * a place of its own at the end of the page, so it never covers the last thing there. Put it last in its parent.
 */
export const Sheet = ({
  title,
  aside,
  expandLabel,
  headline,
  children,
  notice,
  action,
  footer,
  className,
}: SheetProps) => {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const section = useRef<HTMLElement>(null)
  const expander = useRef<HTMLButtonElement>(null)
  const Chevron = isOpen ? ChevronDown : ChevronUp
  const folded = !isOpen && 'max-lg:hidden'

  useEffect(() => {
    const box = section.current
    if (!isOpen || box === null) return undefined
    const isInside = (node: EventTarget | null) => node instanceof Node && box.contains(node)

    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !isInside(document.activeElement)) return
      setOpen(false)
      expander.current?.focus()
    }
    // What has the focus must not lie under the sheet. A dialog lies above it and lets it be.
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && !isInside(target) && box.parentElement?.contains(target) === true)
        setOpen(false)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('focusin', onFocus)
    }
  }, [isOpen])

  return (
    <>
      {isOpen && (
        <div
          aria-hidden
          className="fixed inset-0 z-10 bg-scrim lg:hidden"
          onPointerDown={() => setOpen(false)}
        />
      )}
      <section
        ref={section}
        aria-labelledby={id}
        data-sheet
        className={cx(
          'border-line bg-surface max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:-mx-4 max-lg:border-t max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:max-lg:-mx-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:rounded-panel lg:border low:static low:max-h-none',
          className,
        )}
      >
        <div className="flex items-center justify-between gap-3 lg:border-b lg:border-line lg:px-4 lg:py-3">
          <h2 id={id} className="font-semibold max-lg:sr-only">
            {title}
          </h2>
          <div className="min-w-0 max-lg:hidden">{aside}</div>
        </div>
        <div className="grid gap-x-2 px-4 pt-3 max-lg:max-h-[75dvh] max-lg:grid-cols-[minmax(0,1fr)_auto_auto] max-lg:grid-rows-[repeat(3,minmax(0,auto))_auto] md:max-lg:px-6 lg:gap-y-4 lg:py-4 low:max-h-none">
          <div className="min-w-0 max-lg:row-start-4 max-lg:self-center max-lg:pb-3 max-[20rem]:col-span-full">
            {headline}
          </div>
          <Button
            ref={expander}
            square
            size="lg"
            className="max-lg:row-start-4 max-lg:mb-3 max-[20rem]:row-start-5 lg:hidden"
            aria-label={expandLabel}
            aria-expanded={isOpen}
            aria-controls={`${id}-details`}
            icon={<Chevron aria-hidden size={16} />}
            onClick={() => setOpen(!isOpen)}
          />
          <div
            id={`${id}-details`}
            className={cx('grid content-start gap-4 max-lg:row-start-1', folding, folded)}
          >
            {children}
          </div>
          <div className={cx('max-lg:row-start-3', folding)}>{notice}</div>
          <div className="max-lg:row-start-4 max-lg:mb-3 max-[20rem]:row-start-5 lg:*:w-full">{action}</div>
          {footer !== undefined && <div className={cx('max-lg:row-start-2', folding, folded)}>{footer}</div>}
        </div>
      </section>
    </>
  )
}
