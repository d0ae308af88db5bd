const en = {
  unit: {
    title: "Unit of the account",
    subtitle:
      "Payouts, refunds and bank transfers wait until it is certain that amounts mean the same on both sides",
    state: {
      unproved: "Not proved",
      proved: "Proved",
      contradicted: "Contradicted",
    },
    text: {
      unproved:
        "The next PromptPay payment of a customer proves it by its QR. Or prove it now: a small payment is created, its QR is read, and it is canceled.",
      proved: "Amounts are sent in the unit of the account.",
      contradicted:
        "amountUnit in medusa-config.ts is not the unit of the account: amounts would be wrong by a factor of 100. Set it to the other one and start the shop anew.",
    },
    by: "By {{sign}}, {{time}}",
    prove: "Prove the account",
    proveText:
      "One2Pays wants a payer's account. Any account of yours will do: nobody pays from it.",
    amount: "Amount (THB)",
    proved: "The unit is proved.",
    contradicted: "The unit is contradicted.",
    balance: "The balance is read in",
    balanceText: {
      unproved:
        "Payouts or payments that change the balance by exactly their amount will prove it.",
      contradicted:
        "The balance changed by a hundred times, or a hundredth, of what was paid. Set balanceUnit in medusa-config.ts to the other unit.",
    },
    hand: "By hand",
    handText:
      "Look it up at One2Pays: an amount that its API writes as {{sample}}, is it {{satang}} or {{baht}}? Type it in. A second person has to type in the same.",
    proposal: "{{name}} read {{reading}}. A second person has to confirm it.",
    reading: "{{sample}} is",
    confirm: "Confirm",
    confirmed: "Your reading was noted.",
  },
  account: {
    title: "Check the account",
    subtitle:
      "Asks One2Pays how this account behaves: keys, clock, amounts, lists. It takes a minute at most",
    begin: "Check the account",
    withPayment: "Check with a payment",
    withPaymentText:
      "The check also creates the smallest PromptPay payment, reads its QR and cancels it. Only so the unit of amounts shows. One2Pays wants a payer's account: any account of yours will do, and nobody pays from it.",
    sure: "A payment will be created at One2Pays and canceled at once.",
    begun: "The check has begun.",
    never: "The account has not been checked yet.",
    ready: "A shop could go live",
    notReady: "Not yet",
    state: {
      running: "Checking, step {{done}} of {{of}}",
      interrupted: "The check was interrupted. Start it again.",
    },
    mark: { ok: "Good", open: "Not known", bad: "Wrong" },
    by: "By {{name}}, {{time}}",
  },
}

const th: typeof en = {
  unit: {
    title: "หน่วยเงินของบัญชี",
    subtitle:
      "รายการจ่ายเงินออก คืนเงิน และการโอนเงินผ่านธนาคารจะรอจนกว่าจะแน่ใจว่ายอดเงินของทั้งสองฝั่งตรงกัน",
    state: {
      unproved: "ยังไม่ได้ยืนยัน",
      proved: "ยืนยันแล้ว",
      contradicted: "ไม่ตรงกัน",
    },
    text: {
      unproved:
        "คิวอาร์โค้ดของการชำระผ่านพร้อมเพย์ครั้งถัดไปจะยืนยันให้เอง หรือกดตรวจสอบตอนนี้ ระบบจะสร้างรายการชำระเงินเล็กน้อย อ่านคิวอาร์โค้ด แล้วยกเลิก",
      proved: "ส่งยอดเงินตรงกับหน่วยเงินของบัญชี",
      contradicted:
        "amountUnit ใน medusa-config.ts ไม่ตรงกับหน่วยเงินของบัญชี ยอดเงินจะผิดไป 100 เท่า กรุณาตั้งค่าเป็นหน่วยอื่นแล้วเริ่มระบบใหม่",
    },
    by: "โดย {{sign}} เมื่อ {{time}}",
    prove: "ตรวจสอบบัญชี",
    proveText: "One2Pays ต้องใช้บัญชีของผู้ชำระ ใช้บัญชีใดของคุณก็ได้ ไม่มีการตัดเงินจากบัญชีนี้",
    amount: "จำนวนเงิน (บาท)",
    proved: "ยืนยันหน่วยเงินแล้ว",
    contradicted: "หน่วยเงินไม่ตรงกัน",
    balance: "อ่านยอดคงเหลือเป็น",
    balanceText: {
      unproved: "เมื่อยอดคงเหลือเปลี่ยนตรงกับยอดที่รับหรือจ่าย ระบบจะยืนยันให้เอง",
      contradicted:
        "ยอดคงเหลือเปลี่ยนไป 100 เท่าหรือ 1 ใน 100 ของยอดที่รับหรือจ่าย กรุณาตั้งค่า balanceUnit ใน medusa-config.ts เป็นหน่วยอื่น",
    },
    hand: "ยืนยันด้วยตนเอง",
    handText:
      "กรุณาตรวจสอบที่ One2Pays ว่ายอดที่ API เขียนว่า {{sample}} คือ {{satang}} หรือ {{baht}} แล้วพิมพ์ยอดนั้น ต้องมีคนที่สองพิมพ์ยอดเดียวกัน",
    proposal: "{{name}} ระบุ {{reading}} ต้องมีคนที่สองยืนยัน",
    reading: "{{sample}} คือ",
    confirm: "ยืนยัน",
    confirmed: "บันทึกแล้ว",
  },
  account: {
    title: "ตรวจบัญชี",
    subtitle:
      "ถาม One2Pays ว่าบัญชีนี้ทำงานอย่างไร: คีย์ นาฬิกา จำนวนเงิน รายการ ใช้เวลาไม่เกินหนึ่งนาที",
    begin: "ตรวจบัญชี",
    withPayment: "ตรวจพร้อมสร้างรายการ",
    withPaymentText:
      "ระบบจะสร้างรายการพร้อมเพย์ยอดน้อยที่สุด อ่านคิวอาร์โค้ด แล้วยกเลิก วิธีนี้เท่านั้นที่บอกหน่วยของจำนวนเงินได้ One2Pays ต้องการบัญชีของผู้ชำระ ใช้บัญชีใดของคุณก็ได้ จะไม่มีการหักเงิน",
    sure: "ระบบจะสร้างรายการชำระเงินที่ One2Pays แล้วยกเลิกทันที",
    begun: "เริ่มตรวจแล้ว",
    never: "ยังไม่เคยตรวจบัญชี",
    ready: "ร้านเปิดใช้งานจริงได้",
    notReady: "ยังไม่พร้อม",
    state: {
      running: "กำลังตรวจ ขั้นที่ {{done}} จาก {{of}}",
      interrupted: "การตรวจหยุดกลางคัน กรุณาเริ่มใหม่",
    },
    mark: { ok: "ดี", open: "ยังไม่รู้", bad: "ผิด" },
    by: "โดย {{name}} เมื่อ {{time}}",
  },
}

export const accountTexts = { en, th }
