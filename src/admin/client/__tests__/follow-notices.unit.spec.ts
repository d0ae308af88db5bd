import { pageOf } from "../follow-notices"

const HERE = "https://shop.example/app/orders"

it.each([
  "/app/one2pays/payouts/o2pwd_1",
  "/app/one2pays/payouts?approvable=true",
  "/office/one2pays/payments?q=o2ppay_1",
  "/app/settings/one2pays",
  "/one2pays/payouts",
  "/app/orders/order_1",
])("%s is a page that a notice leads to", (address) => {
  expect(pageOf(address, HERE)).toBe(address)
})

it.each([
  null,
  "/static/private-1-product-exports.csv",
  "https://files.shop.example/app/orders/order_1",
  "//elsewhere.example/app/orders/order_1",
  "/\\elsewhere.example/app/orders/order_1",
  "/\t/elsewhere.example/app/orders/order_1",
  "javascript:alert(1)//one2pays/payments",
  "/static/private-1.csv?/one2pays/payments",
])("%s is a file, or elsewhere", (address) => {
  expect(pageOf(address, HERE)).toBeNull()
})
