import { cx } from './cx.ts'

/** A grey bar at the true size of what is coming, given by `className`. It shows itself only after 150 ms. */
export const Skeleton = ({ className }: { className: string }) => (
  <span
    aria-hidden
    className={cx('block animate-appear rounded-sm bg-line/60 forced-colors:border', className)}
  />
)
