const PROMPTPAY_AID = "A000000677010111"

/** CRC-16/CCITT-FALSE for tag 63, as EMVCo's QR specification asks: four upper case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, "utf8")) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, "0")
}

function tag(id: string, value: string): string {
  return id + String(value.length).padStart(2, "0") + value
}

/**
 * The EMVCo merchant-presented payload of a PromptPay QR, ready to draw.
 * @param promptpayId ten digits, a Thai mobile number with its leading zero.
 * @param amountThb tag 54, always baht ("10.00"), whatever the API's unit; null leaves the amount to the payer.
 * @param currency tag 53, by default baht.
 */
export function promptPayPayload(
  promptpayId: string,
  amountThb: string | null,
  currency = "764"
): string {
  // Tag 29 needs thirteen digits: the country code replaces the number's leading zero.
  const proxy = `0066${promptpayId.slice(1)}`
  const fields = [
    tag("00", "01"),
    tag("01", amountThb === null ? "11" : "12"),
    tag("29", tag("00", PROMPTPAY_AID) + tag("01", proxy)),
    tag("58", "TH"),
    tag("53", currency),
    amountThb === null ? "" : tag("54", amountThb),
  ].join("")
  const checked = `${fields}6304`
  return checked + crc16(checked)
}
