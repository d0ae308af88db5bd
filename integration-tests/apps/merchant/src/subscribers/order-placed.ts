// src/subscribers/order-placed.ts
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

const TEXTS = {
  en: {
    subject: (number: number) => `Order #${number}: how to pay`,
    ask: "Your order is reserved. Scan this QR with your banking app, or open your order:",
    link: "Pay for my order",
    alt: "PromptPay QR. If you do not see it, open your order.",
    note: "A tick in its place means that we have received your payment, a cross that its time has run out.",
  },
  th: {
    subject: (number: number) => `คำสั่งซื้อ #${number}: วิธีชำระเงิน`,
    ask: "เราจองสินค้าให้คุณแล้ว กรุณาสแกน QR นี้ด้วยแอปธนาคาร หรือเปิดหน้าคำสั่งซื้อ:",
    link: "ชำระเงินคำสั่งซื้อ",
    alt: "QR พร้อมเพย์ หากไม่เห็นภาพ กรุณาเปิดหน้าคำสั่งซื้อ",
    note: "หากเห็นเครื่องหมายถูกแทน QR แสดงว่าเราได้รับเงินแล้ว หากเห็นกากบาทแสดงว่าหมดเวลาชำระเงิน",
  },
}

interface Order {
  id: string
  display_id: number
  email: string
  locale?: string | null
  payment_collections: {
    payment_sessions: {
      provider_id: string
      data: { payment_method?: string }
    }[]
  }[]
}

/** The part of the mail that asks for the payment. */
function paymentFragment(order: Order, method: string | undefined): string {
  const texts = TEXTS[order.locale?.startsWith("th") ? "th" : "en"]
  // The page that shows the payment: here that of Medusa's own storefront.
  const page = `${process.env.STOREFRONT_URL}/th/order/${order.id}/confirmed`
  const picture = `${process.env.MEDUSA_BACKEND_URL}/one2pays/orders/${order.id}/qr.png`
  const qr = `<p><img src="${picture}?size=480" width="240" height="373" alt="${texts.alt}"></p><p>${texts.note}</p>`
  return `<p>${texts.ask}</p><p><a href="${page}">${texts.link}</a></p>${method === "promptpay" ? qr : ""}`
}

export default async function orderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "email",
        "locale",
        "payment_collections.payment_sessions.provider_id",
        "payment_collections.payment_sessions.data",
      ],
      filters: { id: event.data.id },
    })
  const [order] = data as unknown as Order[]
  const session = order?.payment_collections
    .flatMap((collection) => collection.payment_sessions)
    .find(({ provider_id }) => provider_id === "pp_one2pays_one2pays")
  if (!order || !session) {
    return
  }
  const texts = TEXTS[order.locale?.startsWith("th") ? "th" : "en"]
  const subject = texts.subject(order.display_id)
  const html = paymentFragment(order, session.data.payment_method)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: order.email,
    channel: "email",
    // A provider with templates fills this one from `data`; any other sends `content`.
    template: "order-placed",
    data: { subject, payment_html: html },
    content: { subject, html },
  })
}

export const config: SubscriberConfig = { event: "order.placed" }
