import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderPayments } from "../orders/order-payments"

/** The payments of an order, beside it. */
const OrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => {
  return <OrderPayments orderId={data.id} />
}

export default OrderWidget

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
})
