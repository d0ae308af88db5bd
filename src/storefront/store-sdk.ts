/** The part of `@medusajs/js-sdk` that the plugin uses. Any client of the same shape will do. */
export interface StoreSdk {
  client: {
    /** Resolves with the answer's JSON. Rejects with an error, whose `status` is the HTTP status of a refusal. */
    fetch<T>(path: string, init?: StoreRequest): Promise<T>
  }
}

export interface StoreRequest {
  method?: "GET" | "POST" | "DELETE"
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: Record<string, unknown>
  signal?: AbortSignal
  cache?: "no-cache" | "reload"
}

/** Medusa's header for the language of an answer. Without a locale, the SDK's own stays in force. */
export const languageHeader = (
  locale: string | undefined
): Record<string, string> => (locale ? { "x-medusa-locale": locale } : {})
