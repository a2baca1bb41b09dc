import type { ComponentType } from 'react'

import { Button } from './button.tsx'
import { cx } from './cx.ts'
import type { Failure } from './error-boundary.tsx'

/** A chunk that is gone from the server, after an upgrade, or that a dropped connection kept from arriving. */
export const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|preload css/i.test(error.message)

interface PartLineProps extends Failure {
  className?: string
}

/** What stands in a panel, or in a part of it, that could not be shown. */
export const PartLine = ({ error, retry, className }: PartLineProps) => (
  <div role="alert" className={cx('flex flex-wrap items-center gap-x-3 gap-y-1 text-secondary', className)}>
    <p>{isMissingChunk(error) ? 'This part could not be loaded.' : 'This part could not be shown.'}</p>
    <Button size="sm" onClick={retry}>
      Try again
    </Button>
  </div>
)

export interface PartNoticeProps extends Failure {
  onClose: (() => void) | undefined
}

/** Until the notice itself has come: it may be missing for the same reason as the part. */
const PlainNotice = ({ error, retry }: PartNoticeProps) => (
  <div className="fixed inset-x-0 top-4 z-50 mx-auto w-fit rounded-panel p-3 overlay">
    <PartLine error={error} retry={retry} />
  </div>
)

/** What stands in place of a dialog, menu or popover that could not be shown; the notice comes after the first rows. */
export const notices: { Part: ComponentType<PartNoticeProps> } = { Part: PlainNotice }
