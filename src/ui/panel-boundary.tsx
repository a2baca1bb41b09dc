import type { ReactNode } from 'react'

import { ErrorBoundary } from './error-boundary.tsx'
import { Panel } from './panel.tsx'
import { PartLine } from './part-failure.tsx'

interface PanelBoundaryProps {
  /** The panel's own title, under which its failure stands. */
  title: string
  /** What the panel shows: a new reading gives it another chance. */
  of?: unknown
  children: ReactNode
}

/** Goes around one panel of a page: when it cannot be shown, the others can. */
export const PanelBoundary = ({ title, of, children }: PanelBoundaryProps) => (
  <ErrorBoundary
    resetKey={of}
    renderFailure={(failure) => (
      <Panel title={title}>
        <PartLine {...failure} />
      </Panel>
    )}
  >
    {children}
  </ErrorBoundary>
)
