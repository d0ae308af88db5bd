import { isOne2Pays as isOne2PaysForStorefront } from "../../../../storefront"
import { isOne2Pays } from "../is-one2pays"

it.each([
  ["pp_one2pays_one2pays", true],
  ["pp_one2pays_main", true],
  ["pp_one2pays", true],
  ["pp_one2payslike_x", false],
  ["pp_system_default", false],
  ["", false],
])("%s: %s, as the storefront says", (id, expected) => {
  expect(isOne2Pays(id)).toBe(expected)
  expect(isOne2PaysForStorefront(id)).toBe(expected)
})

it.each([undefined, null, 5, {}])("%p is not ours", (id) => {
  expect(isOne2Pays(id)).toBe(false)
})
