import type { LocalizedText } from "../public-errors"

/**
 * The details of an issue, and the note that its money went back. The database keeps the key, and each reader reads the
 * text in their language.
 */
export const ISSUE_DETAILS = {
  other_reference: {
    en: "Payment {id} was made for reference {found}, not for {expected}.",
    th: "รายการชำระเงิน {id} ใช้เลขอ้างอิง {found} ไม่ใช่ {expected}",
  },
  other_currency: {
    en: "Received {received} {currency}, expected {expected} {expected_currency}.",
    th: "ได้รับ {received} {currency} แต่ยอดที่ต้องชำระคือ {expected} {expected_currency}",
  },
  other_amount: {
    en: "Received THB {received}, expected THB {expected}.",
    th: "ได้รับเงิน {received} บาท แต่ยอดที่ต้องชำระคือ {expected} บาท",
  },
  order_changed: {
    en: "Received THB {received}, but the order now asks for THB {expected}.",
    th: "ได้รับเงิน {received} บาท แต่ยอดของคำสั่งซื้อตอนนี้คือ {expected} บาท",
  },
  replaced: {
    en: "THB {amount} was paid under {reference} after another payment had taken its place for order {order}.",
    th: "ได้รับเงิน {amount} บาท ด้วยเลขอ้างอิง {reference} หลังจากมีรายการชำระเงินใหม่แทนแล้วสำหรับคำสั่งซื้อ {order}",
  },
  request_deleted: {
    en: "THB {amount} was paid under {reference} after its payment request for order {order} had been deleted or chosen anew.",
    th: "ได้รับเงิน {amount} บาท ด้วยเลขอ้างอิง {reference} หลังจากคำขอชำระเงินของคำสั่งซื้อ {order} ถูกลบหรือเลือกใหม่แล้ว",
  },
  order_canceled: {
    en: "THB {amount} was paid after order {order} had been canceled.",
    th: "ได้รับเงิน {amount} บาท หลังจากคำสั่งซื้อ {order} ถูกยกเลิก",
  },
  paid_already: {
    en: "THB {amount} was paid for order {order}, which had been paid already: the order is paid twice, and this money should be paid back.",
    th: "ได้รับเงิน {amount} บาท สำหรับคำสั่งซื้อ {order} ที่ชำระแล้ว คำสั่งซื้อนี้ชำระซ้ำ ควรโอนเงินจำนวนนี้คืน",
  },
  surplus: {
    en: "One2Pays shows THB {received} for a payment of THB {expected} that its order took. THB {surplus} is too much.",
    th: "One2Pays แสดงยอดรับ {received} บาท สำหรับรายการที่คำสั่งซื้อใช้ {expected} บาท มีเงินเกิน {surplus} บาท",
  },
  further_surplus: {
    en: "One2Pays shows THB {received}. THB {known} of it went to the order, went back or was closed before. THB {surplus} came after that.",
    th: "One2Pays แสดงยอดรับ {received} บาท ในจำนวนนี้ {known} บาท เป็นของคำสั่งซื้อ โอนคืน หรือปิดรายการไปก่อนแล้ว มีเงินเข้าเพิ่มอีก {surplus} บาท",
  },
  announced_twice: {
    en: "One2Pays announced money for order {order} once more (event {event}). THB {known} was accounted for before. See at One2Pays whether a further transfer came.",
    th: "One2Pays แจ้งรับเงินของคำสั่งซื้อ {order} อีกครั้ง (event {event}) โดยจัดการไปก่อนแล้ว {known} บาท กรุณาตรวจสอบที่ One2Pays ว่ามีเงินโอนเข้ามาซ้ำหรือไม่",
  },
  settled_then_other: {
    en: "THB {amount} made the order paid, but One2Pays now shows the payment as {status}.",
    th: "คำสั่งซื้อชำระแล้วด้วยเงิน {amount} บาท แต่ตอนนี้ One2Pays แสดงสถานะของรายการเป็น {status}",
  },
  qr_withdrawn: {
    en: "THB {amount} was paid for order {order} with a QR that had been withdrawn, because it did not fit the order.",
    th: "ได้รับเงิน {amount} บาท สำหรับคำสั่งซื้อ {order} จากคิวอาร์โค้ดที่ถูกยกเลิกเพราะไม่ตรงกับคำสั่งซื้อ",
  },
  order_lost: {
    en: "THB {amount} was paid for {reference}, but Medusa has no such order any more. Payment session {session}.",
    th: "ได้รับเงิน {amount} บาท สำหรับ {reference} แต่ไม่มีคำสั่งซื้อนี้ใน Medusa แล้ว Payment session {session}",
  },
  order_lost_of_cart: {
    en: "THB {amount} was paid for {reference}, but Medusa has no such order any more. Cart {cart}. Payment session {session}.",
    th: "ได้รับเงิน {amount} บาท สำหรับ {reference} แต่ไม่มีคำสั่งซื้อนี้ใน Medusa แล้ว ตะกร้า {cart} Payment session {session}",
  },
  order_lost_of_customer: {
    en: "THB {amount} was paid for {reference}, but Medusa has no such order any more. Cart {cart}, customer {customer}. Payment session {session}.",
    th: "ได้รับเงิน {amount} บาท สำหรับ {reference} แต่ไม่มีคำสั่งซื้อนี้ใน Medusa แล้ว ตะกร้า {cart} ลูกค้า {customer} Payment session {session}",
  },
  qr_amount: {
    en: "The QR asks for THB {asked}, the gateway recorded THB {recorded}, the order is THB {amount}.",
    th: "คิวอาร์โค้ดมียอด {asked} บาท One2Pays บันทึกยอด {recorded} บาท แต่คำสั่งซื้อมียอด {amount} บาท",
  },
  qr_unit: {
    en: 'The QR asks for THB {asked}, the gateway recorded THB {recorded}, the order is THB {amount}. options.amountUnit is "{unit}", but this One2Pays account seems to use "{other}".',
    th: 'คิวอาร์โค้ดมียอด {asked} บาท One2Pays บันทึกยอด {recorded} บาท แต่คำสั่งซื้อมียอด {amount} บาท options.amountUnit คือ "{unit}" แต่บัญชี One2Pays นี้น่าจะใช้ "{other}"',
  },
  qr_currency: {
    en: "The payment asks for money in currency {currency}, the order is THB {amount}.",
    th: "รายการชำระเงินใช้สกุลเงิน {currency} แต่คำสั่งซื้อมียอด {amount} บาท",
  },
  qr_damaged: {
    en: "The QR for THB {amount} cannot be read, or its checksum (CRC) is wrong: no bank app would take it.",
    th: "คิวอาร์โค้ดสำหรับยอด {amount} บาท อ่านไม่ได้หรือค่าตรวจสอบ (CRC) ผิด แอปธนาคารจึงสแกนไม่ได้",
  },
  recorded_amount: {
    en: "The gateway recorded THB {recorded}, the order is THB {amount}.",
    th: "One2Pays บันทึกยอด {recorded} บาท แต่คำสั่งซื้อมียอด {amount} บาท",
  },
  paid_out_after_all: {
    en: "THB {amount} was paid out under {reference} after it had been {state}.",
    th: "เงิน {amount} บาท ถูกจ่ายออกด้วยเลขอ้างอิง {reference} ทั้งที่สถานะก่อนหน้าคือ {state}",
  },
  unit_in_doubt: {
    en: 'One2Pays shows THB {amount} if options.amountUnit "{unit}" is right, and that is contradicted: a hundred times as much may have come, or a hundredth. Look at One2Pays how much it was.',
    th: 'One2Pays แสดงยอด {amount} บาท หาก options.amountUnit "{unit}" ถูกต้อง แต่ค่านี้ไม่ตรงกับบัญชี เงินที่ได้รับจริงอาจมากกว่าหรือน้อยกว่า 100 เท่า กรุณาตรวจสอบยอดที่ One2Pays',
  },
  refund_not_paid: {
    en: "The refund of THB {amount} for order {order} was not paid out ({state}: {why}). Medusa has booked it all the same.",
    th: "เงินคืน {amount} บาท ของคำสั่งซื้อ {order} ยังไม่ได้จ่าย ({state}: {why}) แต่ Medusa บันทึกว่าคืนเงินแล้ว",
  },
  not_paid_back: {
    en: "THB {amount} that belongs to the customer of {order} was not paid back ({state}: {why}).",
    th: "เงิน {amount} บาท ของลูกค้าคำสั่งซื้อ {order} ยังไม่ได้โอนคืน ({state}: {why})",
  },
  not_paid_back_without_order: {
    en: "THB {amount} that belongs to the customer of an order that does not exist was not paid back ({state}: {why}).",
    th: "เงิน {amount} บาท ของลูกค้าที่ไม่มีคำสั่งซื้อในร้าน ยังไม่ได้โอนคืน ({state}: {why})",
  },
  payout_not_paid: {
    en: "The payout of THB {amount} under {reference} was not paid ({state}: {why}).",
    th: "รายการจ่ายเงิน {amount} บาท เลขอ้างอิง {reference} ยังไม่ได้จ่าย ({state}: {why})",
  },
  payout_returned: {
    en: "The payout of THB {amount} under {reference} had been paid, and the bank sent the money back.",
    th: "รายการจ่ายเงิน {amount} บาท เลขอ้างอิง {reference} จ่ายไปแล้ว แต่ธนาคารตีเงินกลับ",
  },
  refund_returned: {
    en: "THB {amount} for the customer of order {order} had been paid under {reference}, and the bank sent the money back.",
    th: "เงิน {amount} บาท ของลูกค้าคำสั่งซื้อ {order} จ่ายไปแล้วด้วยเลขอ้างอิง {reference} แต่ธนาคารตีเงินกลับ",
  },
  return_announced: {
    en: "One2Pays announced that THB {amount} under {reference} was not paid after all, though it shows the money as paid. It is asked again for a week; ask One2Pays, too.",
    th: "One2Pays แจ้งว่าเงิน {amount} บาท เลขอ้างอิง {reference} จ่ายไม่สำเร็จ ทั้งที่ยังแสดงสถานะจ่ายแล้ว ระบบจะตรวจสอบซ้ำเป็นเวลาหนึ่งสัปดาห์ กรุณาสอบถาม One2Pays ด้วย",
  },
  payout_delayed: {
    en: "THB {amount} under {reference} has been {state} for too long. It has not arrived yet.",
    th: "เงิน {amount} บาท เลขอ้างอิง {reference} มีสถานะ {state} นานเกินไป และยังไม่ถึงผู้รับ",
  },
  payout_waits: {
    en: "THB {amount} under {reference} has been ready to leave for a day, and has not left: {why}.",
    th: "เงิน {amount} บาท เลขอ้างอิง {reference} อนุมัติแล้วนานเกินหนึ่งวัน แต่ยังไม่ได้ส่ง: {why}",
  },
  waits_for_unit: {
    en: "the unit of the One2Pays account is not proved",
    th: "ยังไม่ได้ยืนยันหน่วยเงินของบัญชี One2Pays",
  },
  waits_for_funds: {
    en: "the wallet does not hold it, or One2Pays does not tell the balance",
    th: "ยอดเงินคงเหลือไม่พอ หรือ One2Pays ไม่แจ้งยอดคงเหลือ",
  },
  waits_for_key: {
    en: "its account number does not open with the present keys",
    th: "ไม่สามารถอ่านเลขที่บัญชีด้วยกุญแจปัจจุบันได้",
  },
  ended_since: {
    en: "It is {state} since",
    th: "ปัจจุบันสถานะคือ {state}",
  },
  refund_missing: {
    en: "Medusa counts THB {booked} of order {order} as gone back that no payout pays. The customer is owed THB {amount}.",
    th: "Medusa บันทึกว่าคืนเงิน {booked} บาท ของคำสั่งซื้อ {order} แล้ว แต่ไม่มีรายการจ่ายเงินออกที่จ่ายคืน ร้านยังค้างคืนลูกค้า {amount} บาท",
  },
  refund_asked_since: {
    en: "It was refunded in Medusa since.",
    th: "มีการคืนเงินใน Medusa หลังจากนั้นแล้ว",
  },
  withdraw_amount: {
    en: "The gateway has a withdraw of THB {found} under {reference}, which was asked for with THB {amount}.",
    th: "รายการจ่ายเงินออกที่ One2Pays ด้วยเลขอ้างอิง {reference} มียอด {found} บาท แต่ขอไว้ {amount} บาท",
  },
  withdraw_announced: {
    en: "The gateway announced {found} for the withdraw {reference}, which was asked for with THB {amount}.",
    th: "One2Pays แจ้งยอด {found} สำหรับรายการจ่ายเงินออกเลขอ้างอิง {reference} แต่ขอไว้ {amount} บาท",
  },
  still_at_gateway: {
    en: "THB {amount} is {status} at the gateway under {reference}, though it is {state} here.",
    th: "เงิน {amount} บาท เลขอ้างอิง {reference} มีสถานะ {status} ที่ One2Pays แต่ในร้านคือ {state}",
  },
  paid_back_by: {
    en: "Paid back by {payout}",
    th: "โอนเงินคืนด้วยรายการจ่ายเงินออก {payout}",
  },
} as const satisfies Record<string, LocalizedText>
