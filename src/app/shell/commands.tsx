import Search from 'lucide-react/icons/search'
import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { useAsk } from '#operations/action-requests.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import { useAccounts } from './use-accounts.ts'
import { goKeys, useShortcuts } from './use-shortcuts.ts'

/** Whoever presses ⌘K types on at once, so the palette is there before; in milliseconds after the first rows. */
const afterRows = 500
const loadPalette = () => import('#features/palette/palette.tsx')
const Palette = lazyPart(loadPalette)
const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'))

const pages = Object.values(goKeys)

/** The command palette and the list of shortcuts, with the button that says they are there. */
export const Commands = ({ instances }: { instances: readonly Instance[] }) => {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const ask = useAsk()
  const navigate = useNavigate()
  const { others } = useAccounts()
  const close = () => {
    setOpen(null)
  }
  const hasRows = instances.length > 0
  useEffect(() => {
    if (!hasRows) return undefined
    const timer = setTimeout(() => {
      loadPalette().catch(() => undefined)
    }, afterRows)
    return () => {
      clearTimeout(timer)
    }
  }, [hasRows])
  useShortcuts({
    onPalette: useCallback(() => {
      setOpen('palette')
    }, []),
    onHelp: useCallback(() => {
      setOpen('help')
    }, []),
  })

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="max-lg:hidden lg:mb-2 lg:justify-between lg:border-line"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setOpen('palette')
        }}
        trailingIcon={<Kbd>⌘K</Kbd>}
      >
        Search or run…
      </Button>
      <IconButton
        className="max-md:ml-auto md:mx-auto md:mb-2 lg:hidden"
        label="Search or run"
        icon={<Search aria-hidden size={16} />}
        onClick={() => {
          setOpen('palette')
        }}
      />
      {open === 'palette' && (
        <Palette
          pages={pages}
          instances={instances}
          accounts={others}
          onClose={close}
          onGo={(to) => void navigate(to)}
          onSwitch={(account) => others.find(({ id }) => id === account)?.open()}
          onAct={(action, instance) => ask({ action, instance })}
        />
      )}
      {open === 'help' && <ShortcutsDialog onClose={close} />}
    </>
  )
}
