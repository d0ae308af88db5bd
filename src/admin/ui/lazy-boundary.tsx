import { Component, type ReactNode } from "react"

interface Props {
  fallback: ReactNode
  children: ReactNode
}

/** Keeps a part that could not be loaded, as after an update of the shop, from taking the whole page with it. */
export class LazyBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
