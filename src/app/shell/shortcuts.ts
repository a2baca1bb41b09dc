import { useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

import { paths } from '#model/paths.ts'
import { hasOverlay, isTyping, latinKey } from '#ui/shortcut-keys.ts'

/** `g`, then one of these. */
export const goKeys: Readonly<Record<string, { to: string; label: string }>> = {
  i: { to: paths.instances(), label: 'Instances' },
  n: { to: paths.create(), label: 'Create instance' },
  w: { to: paths.webApps(), label: 'Web apps' },
  c: { to: paths.costs(), label: 'Costs' },
  a: { to: paths.activity(), label: 'Activity' },
  s: { to: paths.settings(), label: 'Settings' },
}

const pauseMs = 1500

interface ShortcutsProps {
  onPalette: () => void
  onHelp: () => void
}

/**
 * The keys that work on every page, as soon as it is seen. Letters stay letters while one types, and while a dialog or a menu is
 * open. It draws nothing.
 */
export const Shortcuts = ({ onPalette, onHelp }: ShortcutsProps): null => {
  const navigate = useNavigate()
  const goSince = useRef(Number.NEGATIVE_INFINITY)

  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = latinKey(event)
      if ((event.metaKey || event.ctrlKey) && !event.altKey && key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!hasOverlay()) onPalette()
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || hasOverlay()) return
      const isSecond = event.timeStamp - goSince.current < pauseMs
      goSince.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (key === '?') onHelp()
      else if (isSecond && Object.hasOwn(goKeys, key)) void navigate(goKeys[key]?.to ?? paths.instances())
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [navigate, onHelp, onPalette])
  return null
}

let typedEarly = ''

/** Hands over, once, what was typed before the palette came; a line break at its end stands for Enter. */
export const handOverTyped = (take: (typed: string) => void): void => {
  const typed = typedEarly
  typedEarly = ''
  take(typed)
}

/** Keeps what is typed while the code of the palette is on its way. It draws nothing. */
export const TypedEarly = ({ onClose }: { onClose: () => void }): null => {
  useLayoutEffect(() => {
    typedEarly = ''
    const onKeyDown = (event: KeyboardEvent) => {
      const { key } = event
      if (event.metaKey || event.ctrlKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      if (key === 'Escape') onClose()
      else if (key === 'Backspace') typedEarly = typedEarly.slice(0, -1)
      else if (!typedEarly.endsWith('\n')) typedEarly += key === 'Enter' ? '\n' : key.length === 1 ? key : ''
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
    }
  }, [onClose])
  return null
}
