import type { ReactNode } from 'react'

import type { Instance } from '#contract/instance.ts'
import type { LeadAndFigure } from '#model/pricing/change-figure.ts'

import { InstanceStateMark } from './instance-state.tsx'

/** Whom a dialog is about, beside its title: the mark of its state, and its name. */
export const InstanceSubject = ({ instance }: { instance: Instance }) => (
  <span className="inline-flex min-w-0 items-baseline gap-1.5 text-secondary text-ink-muted">
    <span className="flex shrink-0 self-center">
      <InstanceStateMark instance={instance} />
    </span>
    <span translate="no" className="wrap-anywhere">
      {instance.name}
    </span>
  </span>
)

interface FigureProps extends LeadAndFigure {
  /** What follows the figure: its unit, and what it is for. */
  tail: string
  /** At the right end of the line. */
  children?: ReactNode
}

/** The one figure of a dialog: "saves ≈ $409 / month". */
export const Figure = ({ lead, figure, tail, children }: FigureProps) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
    <p className="text-ink-muted">
      {lead} <span className="mx-0.5 text-figure font-semibold text-ink">{figure}</span> {tail}
    </p>
    {children}
  </div>
)

/** In the figure's place where there is none to give. */
export const NoFigure = ({ children }: { children: ReactNode }) => (
  <p className="text-body leading-8 text-ink-muted">{children}</p>
)

/** The one sentence of a dialog, in the future tense. `id` ties it to the dialog as its description. */
export const Sentence = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="text-ink-muted">
    {children}
  </p>
)
