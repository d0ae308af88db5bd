import { sentenceOf } from "../../src/doctor"
import { checkSandbox } from "./check-sandbox"
import { printTable } from "../../src/doctor/print"

it("x", async () => {
  const { findings, exchanges } = await checkSandbox({ readings: (process.env.R ?? "").split(",").filter(Boolean) as never })
  console.log(printTable(findings, null, "en"), exchanges.length, exchanges.map((e) => `${e.question.name} ${e.answer?.status} ${e.failure?.reason ?? ""}`).join("\n"))
  void sentenceOf
})
