/** `2024-01-01T00:00:00.000Z`, the form of every timestamp of the API. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

export function isoTimeOrNull(at: number | null): string | null {
  return at === null ? null : isoTime(at)
}
