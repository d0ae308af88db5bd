/** How long a person's click waits for another process, which works on an order for a moment only. */
export const PATIENCE_MS = 5000
