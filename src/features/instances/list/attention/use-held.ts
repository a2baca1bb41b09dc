import { useState } from 'react'

import type { Finding } from '#model/findings.ts'

/**
 * The findings as they are, or, while a pointer rests on them, as they were when it came: no row moves from under it. The handlers
 * go on what holds them.
 */
export const useHeld = (findings: readonly Finding[]) => {
  const [held, setHeld] = useState<readonly Finding[] | null>(null)
  return {
    shown: held ?? findings,
    /** Takes one away although it is held. */
    drop: ({ key }: Finding) => setHeld((before) => before?.filter((other) => other.key !== key) ?? null),
    release: () => setHeld(null),
    handlers: {
      onPointerEnter: () => setHeld(findings),
      onPointerLeave: () => setHeld(null),
    },
  }
}
