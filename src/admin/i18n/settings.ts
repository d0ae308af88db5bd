import { accountTexts } from "./account-texts"
const en = {
  title: "One2Pays",
  subtitle: "How the connection to One2Pays is doing",
  refresh: "Look again",
  connection: {
    title: "Connection",
    ok: "One2Pays answers",
    down: "Not working",
    waiting: "Waiting for the rate limit",
    maintenance: "Under maintenance",
    unknown: "Not asked yet",
    askedAt: "Asked {{time}}",
    maintenanceText:
      "Since {{since}}. One2Pays is asked again at {{time}}; payments and payouts go on by themselves.",
  },
  webhook: {
    title: "Webhook address",
    copy: "Copy the webhook address",
    fromConfig: "From admin.backendUrl in medusa-config.ts.",
    fromBrowser:
      "From this page's address. Set MEDUSA_BACKEND_URL if the server is elsewhere.",
    local: "Only a gateway on this machine or network reaches this address.",
    insecure: "One2Pays needs an https address.",
  },
  lastWebhook: {
    title: "Last webhook",
    never: "None yet",
    neverText:
      "Enter the address above at One2Pays. Until then payments are noticed within a minute.",
  },
  reconciliation: {
    title: "Reconciliation",
    running: "Running",
    waiting: "Every minute",
    paused: "Paused until One2Pays answers",
    late: "Not running",
    never: "Has not run yet",
    lastAt: "Last run {{time}}",
    neverText:
      "It begins within a minute, in a process that runs in worker or shared mode.",
    lateText:
      "No process has run jobs for minutes: at least one has to run in worker or shared mode.",
  },
  budget: {
    title: "Rate limit",
    left: "{{left}} of {{perMinute}} calls a minute left",
  },
  issues: {
    title: "Needs attention",
    none: "Nothing",
    open_one: "{{count}} issue",
    open_other: "{{count}} issues",
  },
  checks: {
    title: "Set-up",
    subtitle: "What has to be right for customers to pay",
    state: { ok: "OK", doubtful: "Doubtful", wrong: "Wrong" },
    payment_entry: {
      ok: "The payment module is configured.",
      wrong: "medusa-config.ts, modules: {{problem}}",
    },
    thb_region: {
      ok: "One2Pays is offered in {{regions}}.",
      wrong:
        "No region in Thai baht offers One2Pays, so nobody can pay with it. Turn it on in the region's payment providers.",
    },
    other_currencies: {
      ok: "No region in another currency offers it.",
      doubtful:
        "{{regions}} offers One2Pays in another currency. It takes Thai baht only, so customers there are refused.",
    },
    encryption_key: {
      ok: "Bank accounts are sealed with a key of their own.",
      doubtful:
        "Bank accounts are sealed with a key derived from secretKey: replacing that makes them unreadable. Set encryptionKey before going live.",
    },
  },
  options: {
    title: "Options",
    subtitle:
      "From medusa-config.ts; a change takes effect with the next start",
    gateway: "One2Pays address",
    amountUnit: "Amounts are sent in",
    unit: { satang: "Satang", baht: "Baht" },
    methods: "Payment methods",
    method: { promptpay: "PromptPay", bank_transfer: "Bank transfer" },
    paymentRange: "Smallest and largest payment",
    range: "{{min}} – {{max}}",
    banks: "Banks",
    allBanks: "All",
    expiry: "A payment expires after",
    unpaid: "Unpaid orders",
    unpaidCancel: "Canceled after {{time}}",
    unpaidKeep: "Kept, and shown after {{time}}",
    approvalAbove: "Payouts need two people",
    always: "Always",
    above: "Above {{amount}}",
    maxAmount: "Largest payout",
    dailyLimit: "Payouts a day",
    duplicates: "The same payout counts as a duplicate for",
    duplicatesOff: "Not checked",
    feeMargin: "Stays in the wallet for fees",
    noMargin: "Nothing",
    balanceAlert: "Told when the wallet is below",
    noAlert: "Not told",
    noLimit: "No limit",
    refunds: "Refunds",
    refundsOff: "Off",
    refundsOn: "To the customer's account; two people above {{amount}}",
    refundsTwo: "To the customer's account; always two people",
    counted: "Rate limit counted in",
  },
  versions: {
    title: "Versions",
    plugin: "Plugin",
    medusa: "Medusa",
    node: "Node.js",
    unknown: "Unknown",
  },
  ...accountTexts.en,
}

const th: typeof en = {
  title: "One2Pays",
  subtitle: "สถานะการเชื่อมต่อกับ One2Pays",
  refresh: "ตรวจสอบอีกครั้ง",
  connection: {
    title: "การเชื่อมต่อ",
    ok: "เชื่อมต่อได้",
    down: "ใช้งานไม่ได้",
    waiting: "รอตามอัตราการเรียกใช้",
    maintenance: "ปิดปรับปรุงชั่วคราว",
    unknown: "ยังไม่ได้ตรวจสอบ",
    askedAt: "ตรวจสอบเมื่อ {{time}}",
    maintenanceText:
      "ตั้งแต่ {{since}} ระบบจะตรวจสอบอีกครั้งเวลา {{time}} รายการรับชำระและจ่ายเงินออกจะดำเนินต่อโดยอัตโนมัติ",
  },
  webhook: {
    title: "ที่อยู่ Webhook",
    copy: "คัดลอกที่อยู่ Webhook",
    fromConfig: "จาก admin.backendUrl ใน medusa-config.ts",
    fromBrowser: "จากที่อยู่ของหน้านี้ หากเซิร์ฟเวอร์อยู่ที่อื่น กรุณาตั้งค่า MEDUSA_BACKEND_URL",
    local: "ที่อยู่นี้เข้าถึงได้จากเครื่องหรือเครือข่ายนี้เท่านั้น",
    insecure: "One2Pays ต้องใช้ที่อยู่แบบ https",
  },
  lastWebhook: {
    title: "Webhook ล่าสุด",
    never: "ยังไม่เคยได้รับ",
    neverText:
      "กรุณาตั้งค่าที่อยู่ด้านบนใน One2Pays ระหว่างนี้ระบบจะทราบการชำระเงินภายในหนึ่งนาที",
  },
  reconciliation: {
    title: "การกระทบยอด",
    running: "กำลังทำงาน",
    waiting: "ทุกนาที",
    paused: "หยุดชั่วคราวจนกว่า One2Pays จะตอบ",
    late: "ไม่ทำงาน",
    never: "ยังไม่เคยทำงาน",
    lastAt: "ครั้งล่าสุด {{time}}",
    neverText: "จะเริ่มภายในหนึ่งนาที ในโปรเซสที่ทำงานในโหมด worker หรือ shared",
    lateText:
      "ไม่มีโปรเซสใดทำงานเบื้องหลังมาหลายนาทีแล้ว ต้องมีอย่างน้อยหนึ่งโปรเซสในโหมด worker หรือ shared",
  },
  budget: {
    title: "อัตราการเรียกใช้",
    left: "เหลือ {{left}} จาก {{perMinute}} ครั้งต่อนาที",
  },
  issues: {
    title: "ต้องตรวจสอบ",
    none: "ไม่มี",
    open_one: "{{count}} รายการ",
    open_other: "{{count}} รายการ",
  },
  checks: {
    title: "การตั้งค่าร้าน",
    subtitle: "สิ่งที่ต้องถูกต้องเพื่อให้ลูกค้าชำระเงินได้",
    state: { ok: "ถูกต้อง", doubtful: "ควรตรวจสอบ", wrong: "ไม่ถูกต้อง" },
    payment_entry: {
      ok: "ตั้งค่าโมดูลการชำระเงินแล้ว",
      wrong: "medusa-config.ts, modules: {{problem}}",
    },
    thb_region: {
      ok: "เปิดใช้ One2Pays ในภูมิภาค {{regions}}",
      wrong:
        "ยังไม่มีภูมิภาคสกุลเงินบาทที่เปิดใช้ One2Pays ลูกค้าจึงยังชำระเงินไม่ได้ กรุณาเปิดใช้ในผู้ให้บริการชำระเงินของภูมิภาค",
    },
    other_currencies: {
      ok: "ไม่มีภูมิภาคสกุลเงินอื่นที่เปิดใช้",
      doubtful:
        "ภูมิภาค {{regions}} เปิดใช้ One2Pays ในสกุลเงินอื่น One2Pays รับเฉพาะเงินบาท ลูกค้าในภูมิภาคนี้จะชำระเงินไม่ได้",
    },
    encryption_key: {
      ok: "เลขที่บัญชีเข้ารหัสด้วยกุญแจเฉพาะ",
      doubtful:
        "เลขที่บัญชีเข้ารหัสด้วยกุญแจที่สร้างจาก secretKey หากเปลี่ยน secretKey จะอ่านไม่ได้ กรุณาตั้งค่า encryptionKey ก่อนใช้งานจริง",
    },
  },
  options: {
    title: "ตัวเลือก",
    subtitle: "จาก medusa-config.ts การเปลี่ยนแปลงมีผลเมื่อเริ่มระบบใหม่",
    gateway: "ที่อยู่ One2Pays",
    amountUnit: "ส่งจำนวนเงินเป็น",
    unit: { satang: "สตางค์", baht: "บาท" },
    methods: "ช่องทางชำระเงิน",
    method: { promptpay: "พร้อมเพย์", bank_transfer: "โอนเงินผ่านธนาคาร" },
    paymentRange: "ยอดชำระต่ำสุดและสูงสุด",
    range: "{{min}} – {{max}}",
    banks: "ธนาคาร",
    allBanks: "ทุกธนาคาร",
    expiry: "การชำระเงินหมดอายุใน",
    unpaid: "คำสั่งซื้อที่ไม่ชำระเงิน",
    unpaidCancel: "ยกเลิกหลังจาก {{time}}",
    unpaidKeep: "เก็บไว้ และแจ้งหลังจาก {{time}}",
    approvalAbove: "การจ่ายเงินออกที่ต้องมีผู้อนุมัติ",
    always: "ทุกรายการ",
    above: "เกิน {{amount}}",
    maxAmount: "จ่ายเงินออกสูงสุดต่อรายการ",
    dailyLimit: "จ่ายเงินออกสูงสุดต่อวัน",
    duplicates: "ถือเป็นรายการจ่ายเงินออกซ้ำภายใน",
    duplicatesOff: "ไม่ตรวจสอบ",
    feeMargin: "เงินที่กันไว้เป็นค่าธรรมเนียม",
    noMargin: "ไม่กันไว้",
    balanceAlert: "แจ้งเมื่อยอดเงินต่ำกว่า",
    noAlert: "ไม่แจ้ง",
    noLimit: "ไม่จำกัด",
    refunds: "การคืนเงิน",
    refundsOff: "ปิด",
    refundsOn: "คืนเข้าบัญชีลูกค้า ต้องมีผู้อนุมัติหากเกิน {{amount}}",
    refundsTwo: "คืนเข้าบัญชีลูกค้า ต้องมีผู้อนุมัติทุกรายการ",
    counted: "นับอัตราการเรียกใช้ใน",
  },
  versions: {
    title: "เวอร์ชัน",
    plugin: "ปลั๊กอิน",
    medusa: "Medusa",
    node: "Node.js",
    unknown: "ไม่ทราบ",
  },
  ...accountTexts.th,
}

export const settings = { en, th }
