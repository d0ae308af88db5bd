/** Lines that Medusa's own migrations and its test runner print in every run, whether all is well or not. */
const KNOWN_NOISE = [
  "Connection Error: Connection ended unexpectedly",
  'Note: If the index "IDX_user_email" fails to create',
]

for (const method of ["log", "info"] as const) {
  const print = console[method].bind(console)
  console[method] = (...parts: unknown[]) => {
    const text = String(parts[0])
    if (!KNOWN_NOISE.some((noise) => text.startsWith(noise))) print(...parts)
  }
}
