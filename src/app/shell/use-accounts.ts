import { useLocation, useNavigate } from 'react-router'

import { pathInAnyAccount, paths } from '#model/paths.ts'
import { useOtherConnections } from '#session/other-connections.ts'
import { announce } from '#ui/announcer.tsx'

export interface OtherAccount {
  id: string
  name: string
  hint: string
  open: () => void
}

/** The other accounts whose keys are here, how to get to one of them from this page, and how to add one more. */
export const useAccounts = (): { others: readonly OtherAccount[]; addKey: () => void } => {
  const others = useOtherConnections()
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  const here = `${pathname}${search}${hash}`

  return {
    others: others.map(({ id, name, hint, switchTo }) => ({
      id,
      name,
      hint,
      open: () => {
        const to = pathInAnyAccount(here)
        if (to !== here) void navigate(to)
        switchTo()
        announce(`Now showing ${name}`)
      },
    })),
    addKey: () => void navigate(paths.addKey(here)),
  }
}
