import AppWindow from 'lucide-react/icons/app-window'
import ChartSpline from 'lucide-react/icons/chart-spline'
import Dna from 'lucide-react/icons/dna'
import NotebookText from 'lucide-react/icons/notebook-text'
import type { LucideIcon } from 'lucide-react'

import type { FlavorFamily } from '#model/instance/flavors.ts'
import { cx } from '#ui/cx.ts'

const glyphs: Record<FlavorFamily, LucideIcon> = {
  plain: AppWindow,
  notebook: NotebookText,
  'data-science': NotebookText,
  rstudio: ChartSpline,
  genomics: Dna,
}

/** What sort of app it is, at a glance; grey where it cannot be opened. */
export const AppGlyph = ({ family, isOpen }: { family: FlavorFamily; isOpen: boolean }) => {
  const Glyph = glyphs[family]
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-9 shrink-0 place-items-center rounded-card',
        isOpen ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-muted',
      )}
    >
      <Glyph size={18} strokeWidth={1.75} />
    </span>
  )
}
