import { en } from "./en"
import { th } from "./th"

/** In a namespace of our own, so that nothing of core's is overwritten. */
export default {
  en: { one2pays: en },
  th: { one2pays: th },
}
