import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** A new value (another page) gives the content another chance. */
  resetKey?: string
  fallback: (error: unknown) => ReactNode
}

interface State {
  failure: { error: unknown } | null
}

/** Shows `fallback` in place of content that threw while rendering. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } }
  }

  override componentDidUpdate(previous: Props) {
    if (this.state.failure !== null && previous.resetKey !== this.props.resetKey)
      this.setState({ failure: null })
  }

  override render() {
    return this.state.failure === null ? this.props.children : this.props.fallback(this.state.failure.error)
  }
}
