import Search from 'lucide-react/icons/search'
import { useCallback, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import { Shortcuts } from './shortcuts.ts'

const Palette = lazyPart(() => import('./palette.tsx'))
const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'))

/** The command palette and the list of shortcuts, with the button that says they are there. */
export const Commands = ({ instances }: { instances: readonly Instance[] }) => {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const close = () => {
    setOpen(null)
  }
  const openPalette = useCallback(() => {
    setOpen('palette')
  }, [])
  const openHelp = useCallback(() => {
    setOpen('help')
  }, [])

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="max-lg:hidden lg:mb-2 lg:justify-between lg:border-line"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
        trailingIcon={<Kbd>⌘K</Kbd>}
      >
        Search or run…
      </Button>
      <IconButton
        className="max-md:ml-auto md:mx-auto md:mb-2 lg:hidden"
        label="Search or run"
        icon={<Search aria-hidden size={16} />}
        onClick={openPalette}
      />
      <Shortcuts onPalette={openPalette} onHelp={openHelp} />
      {open === 'palette' && <Palette instances={instances} onClose={close} />}
      {open === 'help' && <ShortcutsDialog onClose={close} />}
    </>
  )
}
