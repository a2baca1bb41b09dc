import { type ReactNode, useState } from 'react'

const controls = 'a[href], button, input, select, textarea, summary'

/** A part that scrolls where it must. One that scrolls and holds nothing to focus takes the focus itself, so that keys can scroll it. */
export const ScrollArea = ({ className, children }: { className: string; children: ReactNode }) => {
  const [isStop, setIsStop] = useState(false)

  const watch = (content: HTMLElement | null) => {
    const area = content?.parentElement
    if (!content || !area) return undefined
    const observer = new ResizeObserver(() => {
      setIsStop(area.scrollHeight > area.clientHeight && content.querySelector(controls) === null)
    })
    observer.observe(area)
    observer.observe(content)
    return () => observer.disconnect()
  }

  return (
    <div {...(isStop && { tabIndex: 0 })} className={`overflow-y-auto overscroll-contain ${className}`}>
      <div ref={watch}>{children}</div>
    </div>
  )
}
