import { useEffect } from 'react'

import type { Instance } from '#contract/instance.ts'
import Reporter from '#features/actions/reporter.ts'
import { notices } from '#ui/part-failure.tsx'
import { PartNotice } from './part-notice.tsx'
import { Toaster } from '#ui/toaster.tsx'

import LedgerRecorder from './ledger-recorder.ts'
import Memory from './memory.ts'
import UsageReader from './usage-reader.ts'
import { useTabIcon } from './use-tab-icon.ts'

notices.Part = PartNotice

/** Whoever presses ⌘K types on at once, so the palette is there before; in milliseconds after the first rows. */
const afterRows = 500

/** Apart from the component, since the compiler knows no `import()`. */
const loadPalette = () => {
  import('./palette.tsx').catch(() => undefined)
}

/** What every signed-in page has beside what is seen of it. One file, since many small ones take longer (see `first-load.ts`). */
const AfterRows = ({ instances }: { instances: readonly Instance[] | undefined }) => {
  useTabIcon(instances)
  useEffect(() => {
    const timer = setTimeout(loadPalette, afterRows)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <>
      <Toaster />
      <Reporter />
      <Memory />
      <LedgerRecorder />
      <UsageReader />
    </>
  )
}
export default AfterRows
