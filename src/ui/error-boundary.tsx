import { Component, type ReactNode } from 'react'

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
