import type { GatewayErrorCode } from "../../../gateway"
import { onPayerField, byStatus, type Row } from "./gateway-row"

export const ROWS = {
  INVALID_CREDENTIALS: {
    code: "one2pays_misconfigured",
    merchant: {
      en: "One2Pays refused the API key or signature. Check options.apiKey and options.secretKey, and that this server's clock is right.",
      th: "One2Pays ไม่ยอมรับ API key หรือลายเซ็น กรุณาตรวจสอบ options.apiKey และ options.secretKey และเวลาของเซิร์ฟเวอร์นี้",
    },
  },
  UNAUTHORIZED: {
    code: "one2pays_misconfigured",
    merchant: {
      en: "One2Pays saw no authentication headers. A proxy between this server and options.baseUrl may be removing them.",
      th: "One2Pays ไม่ได้รับ header สำหรับยืนยันตัวตน พร็อกซีระหว่างเซิร์ฟเวอร์นี้กับ options.baseUrl อาจตัดออก",
    },
  },
  FORBIDDEN: {
    code: "one2pays_misconfigured",
    merchant: {
      en: "The One2Pays integration is not active, or the keys belong to the other environment. Check options.baseUrl against the keys' mode.",
      th: "บัญชี One2Pays ยังไม่เปิดใช้งาน หรือกุญแจเป็นของอีกระบบหนึ่ง กรุณาตรวจสอบว่า options.baseUrl ตรงกับโหมดของกุญแจ",
    },
  },
  AUTHENTICATION_ERROR: {
    code: "one2pays_misconfigured",
    merchant: {
      en: "One2Pays does not know the merchant of these keys. Check options.apiKey and options.secretKey.",
      th: "One2Pays ไม่พบร้านค้าของกุญแจนี้ กรุณาตรวจสอบ options.apiKey และ options.secretKey",
    },
  },
  VALIDATION_ERROR: {
    code: (failure) =>
      failure.field === "customerBankCode"
        ? "one2pays_bank_refused"
        : onPayerField("one2pays_rejected")(failure),
    merchant: {
      en: "One2Pays found a request parameter invalid.",
      th: "One2Pays แจ้งว่าข้อมูลในคำขอไม่ถูกต้อง",
    },
  },
  INVALID_AMOUNT: {
    code: "one2pays_amount_invalid",
    merchant: {
      en: "One2Pays refused the amount. It may be below or above the limits of your account.",
      th: "One2Pays ไม่รับจำนวนเงินนี้ อาจต่ำหรือสูงกว่าวงเงินของบัญชี",
    },
  },
  AMOUNT_BELOW_MIN: {
    code: "one2pays_amount_below_min",
    merchant: {
      en: "The amount is below the smallest that One2Pays takes. For payments, options.minAmount tells customers before they order.",
      th: "จำนวนเงินต่ำกว่าขั้นต่ำที่ One2Pays รับ สำหรับการชำระเงิน options.minAmount แจ้งลูกค้าก่อนสั่งซื้อได้",
    },
  },
  AMOUNT_ABOVE_MAX: {
    code: "one2pays_amount_above_max",
    merchant: {
      en: "The amount is above the largest that One2Pays takes. For payments, options.maxAmount tells customers before they order.",
      th: "จำนวนเงินสูงกว่าสูงสุดที่ One2Pays รับ สำหรับการชำระเงิน options.maxAmount แจ้งลูกค้าก่อนสั่งซื้อได้",
    },
  },
  INVALID_CURRENCY: {
    code: "one2pays_currency_unsupported",
    merchant: {
      en: "One2Pays takes THB only. Remove it from regions in other currencies.",
      th: "One2Pays รับเฉพาะเงินบาท (THB) กรุณานำออกจากภูมิภาคที่ใช้สกุลเงินอื่น",
    },
  },
  INVALID_REFERENCE_ID: {
    code: "one2pays_rejected",
    merchant: {
      en: "One2Pays refused the order id as a reference.",
      th: "One2Pays ไม่รับรหัสคำสั่งซื้อเป็นเลขอ้างอิง",
    },
  },
  INVALID_BANK_CODE: {
    code: "one2pays_bank_refused",
    merchant: {
      en: "One2Pays does not take accounts of this bank. Name the banks that it takes in options.banks.",
      th: "One2Pays ไม่รับบัญชีของธนาคารนี้ กรุณาระบุธนาคารที่รับได้ใน options.banks",
    },
  },
  MISSING_REQUIRED_FIELD: {
    code: onPayerField("one2pays_payer_invalid"),
    merchant: {
      en: "One2Pays misses a required field.",
      th: "คำขอที่ส่งให้ One2Pays มีข้อมูลไม่ครบ",
    },
  },
  RESOURCE_NOT_FOUND: {
    code: "one2pays_rejected",
    merchant: {
      en: "One2Pays has no such payment. Check options.baseUrl and the keys.",
      th: "ไม่พบรายการนี้ที่ One2Pays กรุณาตรวจสอบ options.baseUrl และกุญแจ",
    },
  },
  DUPLICATE_REFERENCE_ID: {
    code: "one2pays_rejected",
    merchant: {
      en: "One2Pays already has a different payment under this reference. Is another shop using the same account?",
      th: "One2Pays มีรายการอื่นที่ใช้เลขอ้างอิงนี้อยู่แล้ว มีร้านอื่นใช้บัญชีเดียวกันหรือไม่",
    },
  },
  INSUFFICIENT_BALANCE: {
    code: "one2pays_rejected",
    merchant: {
      en: "The One2Pays wallet does not hold enough money. Top it up.",
      th: "ยอดเงินคงเหลือใน One2Pays ไม่เพียงพอ กรุณาเติมเงิน",
    },
  },
  PAYMENT_NOT_CANCELLABLE: {
    code: "one2pays_rejected",
    merchant: {
      en: "The payment can no longer be canceled at One2Pays: it has ended or was just paid.",
      th: "ไม่สามารถยกเลิกรายการชำระเงินที่ One2Pays ได้แล้ว เนื่องจากสิ้นสุดแล้วหรือเพิ่งชำระเงิน",
    },
  },
  PAYMENT_NOT_CAPTURABLE: {
    code: "one2pays_rejected",
    merchant: {
      en: "One2Pays cannot capture the payment in its present state.",
      th: "One2Pays ไม่สามารถรับเงินของรายการนี้ในสถานะปัจจุบัน",
    },
  },
  PAYMENT_NOT_REFUNDABLE: {
    code: "one2pays_rejected",
    merchant: {
      en: "One2Pays cannot refund the payment in its present state.",
      th: "One2Pays ไม่สามารถคืนเงินของรายการนี้ในสถานะปัจจุบัน",
    },
  },
  RATE_LIMIT_EXCEEDED: {
    code: "one2pays_busy",
    merchant: {
      en: "One2Pays answered 429. Does another program use the same integration? Lower options.rateLimit.perMinute.",
      th: "One2Pays แจ้งว่ามีคำขอมากเกินไป (429) มีโปรแกรมอื่นใช้บัญชีเดียวกันหรือไม่ กรุณาลด options.rateLimit.perMinute",
    },
  },
  INTERNAL_ERROR: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays failed with a server error.",
      th: "ระบบของ One2Pays ขัดข้อง",
    },
  },
  SERVICE_UNAVAILABLE: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays is temporarily unavailable.",
      th: "One2Pays ไม่พร้อมให้บริการชั่วคราว",
    },
  },
  MAINTENANCE_MODE: {
    code: "one2pays_maintenance",
    merchant: {
      en: "One2Pays is under maintenance. Payments start again by themselves when it ends.",
      th: "One2Pays ปิดปรับปรุงชั่วคราว ระบบจะกลับมาทำงานต่อโดยอัตโนมัติเมื่อปรับปรุงเสร็จ",
    },
  },
  TIMEOUT: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays did not answer in time. See options.timeoutMs.",
      th: "One2Pays ไม่ตอบภายในเวลาที่กำหนด ดู options.timeoutMs",
    },
  },
  GATEWAY_SILENT: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays does not answer. Customers who choose it are told so at once. It is asked again every few seconds, and payments start again by themselves.",
      th: "One2Pays ไม่ตอบ ระบบจึงแจ้งลูกค้าที่เลือกช่องทางนี้ทันที และจะสอบถามอีกครั้งทุกไม่กี่วินาที การชำระเงินจะกลับมาทำงานต่อโดยอัตโนมัติ",
    },
  },
  NETWORK_ERROR: {
    code: "one2pays_unavailable",
    merchant: {
      en: "The connection to One2Pays failed. Check options.baseUrl and this server's network.",
      th: "ไม่สามารถเชื่อมต่อ One2Pays ได้ กรุณาตรวจสอบ options.baseUrl และเครือข่ายของเซิร์ฟเวอร์นี้",
    },
  },
  TLS_ERROR: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays' certificate was not accepted. Check options.baseUrl and this server's CA certificates.",
      th: "ใบรับรองของ One2Pays ไม่ผ่านการตรวจสอบ กรุณาตรวจสอบ options.baseUrl และใบรับรอง CA ของเซิร์ฟเวอร์นี้",
    },
    lasting: true,
  },
  DNS_ERROR: {
    code: "one2pays_unavailable",
    merchant: {
      en: "The host of options.baseUrl does not resolve.",
      th: "ไม่พบที่อยู่ของโฮสต์ใน options.baseUrl",
    },
  },
  ABORTED: {
    code: "one2pays_unavailable",
    merchant: {
      en: "The call to One2Pays was aborted.",
      th: "การเรียก One2Pays ถูกยกเลิก",
    },
  },
  MALFORMED_RESPONSE: {
    code: "one2pays_unavailable",
    merchant: {
      en: "One2Pays' answer does not have the documented shape. Check options.baseUrl.",
      th: "คำตอบของ One2Pays ไม่ตรงตามเอกสาร กรุณาตรวจสอบ options.baseUrl",
    },
    lasting: true,
  },
  LOOKUP_INCONCLUSIVE: {
    code: "one2pays_unavailable",
    merchant: {
      en: "Whether One2Pays has this payment could not be found out.",
      th: "ไม่สามารถตรวจสอบได้ว่า One2Pays มีรายการนี้หรือไม่",
    },
  },
  HTTP_ERROR: {
    code: byStatus,
    merchant: {
      en: "One2Pays answered with an undocumented HTTP status.",
      th: "One2Pays ตอบด้วยสถานะ HTTP ที่ไม่มีในเอกสาร",
    },
  },
  UNKNOWN_ERROR: {
    code: byStatus,
    merchant: {
      en: "One2Pays answered with an undocumented error code.",
      th: "One2Pays ตอบด้วยรหัสข้อผิดพลาดที่ไม่มีในเอกสาร",
    },
  },
} as const satisfies Record<GatewayErrorCode, Row>

/**
 * The code that the plugin writes down for a failure: the gateway's, or one for a call that the plugin held back, so
 * that the gateway knows nothing of it.
 */
