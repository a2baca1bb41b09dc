import { Component, type ReactNode } from 'react'

import { PageFailure } from './page-failure.tsx'

interface Props {
  children: ReactNode
  /** A new value (another page) gives the content another chance. */
  resetKey?: string
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

  override render() {
    const { failure } = this.state
    return failure === null ? this.props.children : <PageFailure error={failure.error} />
  }
}
