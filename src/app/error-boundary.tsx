import { Component, type ReactNode } from 'react'

import { PageFailure } from './page-failure.tsx'

interface Props {
  children: ReactNode
  /** A new value (another page) gives the content another chance. */
  resetKey?: string
  /** What stands in place of the content; a page's own failure where nothing is said. */
  instead?: ReactNode
  /** Told of a failure that has to be said elsewhere. */
  onFailure?: () => void
}

interface State {
  failure: { error: unknown } | null
  resetKey: string | undefined
}

/** Says what happened in place of content that threw while rendering. */
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

  override render() {
    const { failure } = this.state
    const { children, instead = <PageFailure error={failure?.error} /> } = this.props
    return failure === null ? children : instead
  }
}
