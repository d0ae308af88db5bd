/** Ends a test that hangs, sooner than jest would. It says nothing of how long anything may take. */
export const PATIENCE_MS = 120_000
