import { noteText, PUBLIC_ERRORS, withErrorNotes } from "../../../messages"
import { textOfError } from "../language/text-of-error"

const TEXT = { en: "Not now.", th: "ยังไม่ได้" }
const { text } = PUBLIC_ERRORS.one2pays_busy

it("is what was noted when it was thrown, under whatever code", () => {
  withErrorNotes(() => {
    noteText(TEXT)
    expect(textOfError({ message: "Not now." })).toEqual(TEXT)
    expect(textOfError({ code: "one2pays_busy", message: "Not now." })).toEqual(
      TEXT
    )
  })
})

it("is that of its code, where another request threw it", () => {
  withErrorNotes(() => {
    expect(textOfError({ code: "one2pays_busy", message: text.en })).toEqual(
      text
    )
  })
})

it.each([
  { message: text.en },
  { code: "one2pays_rejected", message: text.en },
  { code: "one2pays_busy", message: "Something else." },
  { code: "toString", message: "" },
])("is nothing for what is not ours: %j", (body) => {
  withErrorNotes(() => {
    expect(textOfError(body)).toBeUndefined()
  })
})
