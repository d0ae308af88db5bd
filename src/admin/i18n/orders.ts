const en = {
  received: "Received",
  waiting: "Still to pay",
  refunded: "Refunded",
  onItsWay: "{{amount}} of it is on its way",
  link: {
    make: "New payment link",
    address: "Payment link over {{amount}}",
    copy: "Copy the payment link",
    copied: "The payment link over {{amount}} is copied.",
    made: "The payment link over {{amount}} is at the order. Your browser did not copy it: copy it there.",
  },
}

const th: typeof en = {
  received: "ยอดที่ได้รับ",
  waiting: "ยอดค้างชำระ",
  refunded: "ยอดคืนเงิน",
  onItsWay: "ในจำนวนนี้กำลังโอนคืน {{amount}}",
  link: {
    make: "ลิงก์ชำระเงินใหม่",
    address: "ลิงก์ชำระเงิน {{amount}}",
    copy: "คัดลอกลิงก์ชำระเงิน",
    copied: "คัดลอกลิงก์ชำระเงิน {{amount}} แล้ว",
    made: "ลิงก์ชำระเงิน {{amount}} อยู่ที่คำสั่งซื้อแล้ว แต่เบราว์เซอร์ไม่อนุญาตให้คัดลอก กรุณาคัดลอกจากที่นั่น",
  },
}

export const orders = { en, th }
