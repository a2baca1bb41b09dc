import { cx } from '#ui/cx.ts'

/** How a size that is typed stands to what is in use: enough, less than is in use, or too little for what is on a disk. */
export type Fit = 'fits' | 'short' | 'loses'

const missing: Record<Fit, string> = { fits: '', short: 'bg-lamp-bar', loses: 'bg-bad' }

interface UseGaugeProps {
  /** All in one unit: what is in use and was at most, the size as it is, and the new one; null for what is not known. */
  now: number | null
  peak: number | null
  size: number | null
  next: number | null
  fit: Fit
}

/** What is in use as a bar, the peak as a thin tick and the new size as a thick one. For the eye only: the words stand under it. */
export const UseGauge = ({ now, peak, size, next, fit }: UseGaugeProps) => {
  if (now === null && peak === null) return null
  // A little more than the largest, so that no tick stands on the edge.
  const scale = Math.max(size ?? 0, next ?? 0, now ?? 0, peak ?? 0) * 1.125
  const at = (value: number) => `${(value / scale) * 100}%`
  if (scale === 0) return null
  const used = now ?? 0
  const kept = fit === 'fits' || next === null ? used : Math.min(used, next)
  return (
    <div aria-hidden className="relative h-[1.375rem] forced-color-adjust-none">
      <div className="absolute inset-x-0 top-1.5 h-2.5 overflow-hidden rounded-[3px] bg-track forced-colors:border">
        <div className="absolute inset-y-0 left-0 bg-part-ram" style={{ width: at(kept) }} />
        {kept < used && (
          <div
            className={cx('absolute inset-y-0', missing[fit])}
            style={{ left: at(kept), width: at(used - kept) }}
          />
        )}
      </div>
      {peak !== null && peak !== now && (
        <div
          className="absolute top-0.5 h-[1.125rem] w-[1.5px] -translate-x-1/2 bg-ink-muted forced-colors:bg-[CanvasText]"
          style={{ left: at(peak) }}
        />
      )}
      {next !== null && (
        <div
          className="absolute top-0 h-full w-[3px] -translate-x-1/2 rounded-[2px] bg-ink forced-colors:bg-[CanvasText]"
          style={{ left: at(next) }}
        />
      )}
    </div>
  )
}
