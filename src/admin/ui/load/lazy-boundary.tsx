import { Component, type ReactNode } from "react"

interface Props {
  fallback: ReactNode
  children: ReactNode
}

/** Confines a part that failed to load, as after an update of the shop: without it the whole page would break. */
export class LazyBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
