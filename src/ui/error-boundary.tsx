import { Component, type ComponentType, type ReactNode } from 'react'

import { Button } from './button.tsx'
import { cx } from './cx.ts'

export interface Failure {
  error: unknown
  /** Draws the content once more. */
  retry: () => void
}

interface Props {
  children: ReactNode
  /** What stands in place of content that threw. */
  renderFailure: (failure: Failure) => ReactNode
  /** A new value (another page, a newer reading) gives the content another chance. */
  resetKey?: unknown
  onFailure?: () => void
}

interface State {
  failure: { error: unknown } | null
  resetKey: unknown
}

/** Keeps content that throws while rendering from taking its surroundings along. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } }
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { failure: null, resetKey }
  }

  override componentDidCatch() {
    this.props.onFailure?.()
  }

  readonly #retry = () => {
    this.setState({ failure: null })
  }

  override render() {
    const { failure } = this.state
    return failure === null
      ? this.props.children
      : this.props.renderFailure({ error: failure.error, retry: this.#retry })
  }
}

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
