import CircleDot from 'lucide-react/icons/circle-dot'
import DoorOpen from 'lucide-react/icons/door-open'
import Pencil from 'lucide-react/icons/pencil'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Scaling from 'lucide-react/icons/scaling'
import Square from 'lucide-react/icons/square'
import Trash from 'lucide-react/icons/trash'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ComponentType } from 'react'

import type { Happening } from '#model/activity/happenings.ts'
import { changeFigure } from '#model/pricing/change-figure.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { cx } from '#ui/cx.ts'

const looks: Readonly<
  Record<Happening['kind'], readonly [icon: ComponentType<{ size: number }>, ink: string]>
> = {
  created: [Play, 'text-run'],
  started: [RotateCw, 'text-run'],
  stopped: [Square, 'text-ink-muted'],
  resized: [Scaling, 'text-accent'],
  renamed: [Pencil, 'text-ink-muted'],
  ports: [DoorOpen, 'text-ink-muted'],
  deleted: [Trash, 'text-ink-muted'],
  failed: [TriangleAlert, 'text-bad'],
  other: [CircleDot, 'text-ink-muted'],
}

/** What kind of thing happened, as a picture; its words stand beside it. */
export const KindIcon = ({ kind, isOpen }: Pick<Happening, 'kind' | 'isOpen'>) => {
  const [Icon, ink] = kind === 'created' && isOpen ? ([Plus, 'text-accent'] as const) : looks[kind]
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-6.5 place-items-center rounded-control bg-sunken in-[[data-theme=dark]]:bg-raised',
        ink,
      )}
    >
      <Icon size={14} />
    </span>
  )
}

interface PriceChangeProps {
  change: Amount
  unit?: string
  /** In the ink of what is around it. */
  isQuiet?: boolean
}

/** A change of the price per hour: "from +$2.340 / h". */
export const PriceChange = ({ change, unit = '/ h', isQuiet = false }: PriceChangeProps) => {
  const { prefix, figure, lacks, isLess } = changeFigure(change)
  if (figure === 'unknown')
    return (
      <span title={lacks ?? undefined} className="text-ink-muted">
        {figure}
      </span>
    )
  return (
    <span
      translate="no"
      title={lacks ?? undefined}
      className={cx('whitespace-nowrap', isLess && !isQuiet && 'text-good')}
    >
      {prefix !== '' && <span className="text-micro text-ink-muted">{prefix} </span>}
      {figure}
      {`\u00a0${unit}`}
    </span>
  )
}
