import { codeOf, idOf, isRefusal, objectOf, type Exchange } from "../exchange"
import { finding, type Finding } from "../finding"

/** What came of a request that should not make a second payment. */
function outcomeOf(
  answer: Exchange,
  id: string
): "same" | "double" | "refused" | "unclear" {
  const payment = objectOf(answer)
  if (payment) {
    return idOf(payment) === id ? "same" : "double"
  }
  return isRefusal(answer) ? "refused" : "unclear"
}

/** Judges the same request again. @param id of the first payment */
export function judgeRepeat(answer: Exchange, id: string): Finding {
  const code = codeOf(answer)
  switch (outcomeOf(answer, id)) {
    case "same":
      return finding("repeat_same")
    case "refused":
      return finding("repeat_refused", { code })
    case "double":
      return finding("repeat_double")
    case "unclear":
      return finding("repeat_unclear", { code })
  }
}

/** Judges the same key with another content. */
export function judgeChanged(answer: Exchange, id: string): Finding {
  const code = codeOf(answer)
  switch (outcomeOf(answer, id)) {
    case "same":
      return finding("repeat_changed_same")
    case "refused":
      return finding("repeat_changed_refused", { code })
    case "double":
      return finding("repeat_changed_double")
    case "unclear":
      return finding("repeat_unclear", { code })
  }
}

/** Judges the same reference under another key. */
export function judgeReferenceTaken(answer: Exchange, id: string): Finding {
  const code = codeOf(answer)
  switch (outcomeOf(answer, id)) {
    case "same":
      return finding("reference_same")
    case "refused":
      return finding("reference_refused", { code })
    case "double":
      return finding("reference_double")
    case "unclear":
      return finding("repeat_unclear", { code })
  }
}
