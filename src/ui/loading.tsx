import { cx } from './cx.ts'

/** A grey bar at the true size of what is coming, given by `className`. It shows itself only after 150 ms. */
export const Skeleton = ({ className }: { className: string }) => (
  <span
    aria-hidden
    className={cx('block animate-appear rounded-sm bg-line/60 forced-colors:border', className)}
  />
)

/** A small turning ring: something is under way. It stands still for a reader who asked for reduced motion. */
export const Ring = ({ size = 14, className }: { size?: number; className?: string }) => (
  <svg
    aria-hidden
    width={size}
    height={size}
    viewBox="0 0 12 12"
    className={cx('shrink-0 motion-safe:animate-turn', className)}
  >
    <circle
      cx="6"
      cy="6"
      r="4.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeDasharray="20 7.65"
      strokeLinecap="round"
    />
  </svg>
)
