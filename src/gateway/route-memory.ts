/** The paths whose by-reference route has once found something, beyond the life of a process. */
export interface RouteMemory {
  isKnown(path: string): Promise<boolean>
  remember(path: string): Promise<void>
}
