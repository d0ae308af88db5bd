import { isOne2Pays } from "../provider"

describe("isOne2Pays", () => {
  it("knows the plugin's provider under any id in medusa-config", () => {
    expect(isOne2Pays("pp_one2pays_one2pays")).toBe(true)
    expect(isOne2Pays("pp_one2pays_main")).toBe(true)
    expect(isOne2Pays("pp_one2pays")).toBe(true)
  })

  it("refuses other providers and none", () => {
    expect(isOne2Pays("pp_system_default")).toBe(false)
    expect(isOne2Pays("pp_one2paysplus_x")).toBe(false)
    expect(isOne2Pays(undefined)).toBe(false)
    expect(isOne2Pays(null)).toBe(false)
  })
})
