import { copyText } from "../copy-text"

it("what cannot be copied, as where there is no clipboard, says so instead of throwing", async () => {
  expect(await copyText("https://shop.example/pay/1")).toBe(false)
})
