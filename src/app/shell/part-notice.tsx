import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { Button } from '#ui/button.tsx'
import { isMissingChunk, type PartNoticeProps } from '#ui/error-boundary.tsx'

/** Keys that lead to the notice and do not begin anything else. */
const passing: ReadonlySet<string> = new Set(['Tab', 'Shift'])

/**
 * What stands in place of a dialog, menu or popover that could not be shown. Whoever asked for it still counts it as open, so a
 * press elsewhere gives it up first: the same button then asks anew. Where it is wanted all the same, it is tried again.
 */
export const PartNotice = ({ error, retry, onClose }: PartNoticeProps) => {
  const box = useRef<HTMLDivElement>(null)
  const giveUp = useEffectEvent(() => onClose?.())
  const again = useEffectEvent(retry)

  useLayoutEffect(() => {
    box.current?.showPopover()
  }, [])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const onPress = (event: Event) => {
      const isInside = event.target instanceof Node && box.current?.contains(event.target) === true
      const key = event instanceof KeyboardEvent ? event.key : ''
      if (passing.has(key) || (isInside && key !== 'Escape')) return
      giveUp()
      clearTimeout(timer)
      timer = setTimeout(again)
    }
    const kinds = ['pointerdown', 'keydown', 'click'] as const
    for (const kind of kinds) document.addEventListener(kind, onPress, true)
    return () => {
      clearTimeout(timer)
      for (const kind of kinds) document.removeEventListener(kind, onPress, true)
    }
  }, [])

  const isMissing = isMissingChunk(error)
  return (
    <div
      ref={box}
      popover="manual"
      role="alert"
      className="fixed inset-x-0 top-4 bottom-auto m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel p-3 text-left text-body font-normal whitespace-normal overlay"
    >
      <p className="font-medium">
        {isMissing ? 'That could not be opened.' : 'This part could not be shown.'}
      </p>
      <p className="mt-0.5 text-secondary text-ink-muted">
        {isMissing
          ? 'Hatteras was probably updated since you opened it, or the connection dropped.'
          : 'Something in Hatteras itself failed. Your instances are not touched.'}
      </p>
      <div className="mt-2 flex gap-2">
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
        <Button size="sm" variant="ghost" onClick={() => globalThis.location.reload()}>
          Reload
        </Button>
      </div>
    </div>
  )
}
