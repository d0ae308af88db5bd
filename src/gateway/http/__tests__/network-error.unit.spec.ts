import { AxiosError } from "axios"

import { describeNetworkError } from "../network-error"

const failure = (code: string, cause?: object) =>
  AxiosError.from(Object.assign(new Error("secret"), { code }, cause), code)

describe("describeNetworkError", () => {
  it.each([
    ["ENOTFOUND", "DNS_ERROR", "not_sent"],
    ["EAI_AGAIN", "DNS_ERROR", "not_sent"],
    ["ECONNREFUSED", "NETWORK_ERROR", "not_sent"],
    ["EHOSTUNREACH", "NETWORK_ERROR", "not_sent"],
    ["ECONNRESET", "NETWORK_ERROR", "unknown"],
    ["EPIPE", "NETWORK_ERROR", "unknown"],
    ["ETIMEDOUT", "NETWORK_ERROR", "unknown"],
    ["CERT_HAS_EXPIRED", "TLS_ERROR", "not_sent"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "TLS_ERROR", "not_sent"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "TLS_ERROR", "not_sent"],
    ["EPROTO", "TLS_ERROR", "unknown"],
    ["Z_DATA_ERROR", "MALFORMED_RESPONSE", "unknown"],
    ["SOMETHING_NEW", "NETWORK_ERROR", "unknown"],
  ])("%s is %s, %s", (code, expected, outcome) => {
    const description = describeNetworkError(failure(code))
    expect(description).toMatchObject({ code: expected, outcome })
    expect(description.text).not.toContain("secret")
  })

  it("knows a connection that timed out before it was made", () => {
    const connecting = failure("ETIMEDOUT", { syscall: "connect" })
    expect(describeNetworkError(connecting).outcome).toBe("not_sent")
    const allAddresses = failure("ETIMEDOUT", {
      errors: [{ syscall: "connect" }, { syscall: "connect" }],
    })
    expect(describeNetworkError(allAddresses).outcome).toBe("not_sent")
    const reading = failure("ETIMEDOUT", { syscall: "read" })
    expect(describeNetworkError(reading).outcome).toBe("unknown")
    const lost = failure("EHOSTUNREACH", { syscall: "read" })
    expect(describeNetworkError(lost).outcome).toBe("unknown")
  })

  it.each([undefined, null, "text", {}, new Error("secret")])(
    "survives %p",
    (error) => {
      expect(describeNetworkError(error)).toEqual({
        code: "NETWORK_ERROR",
        outcome: "unknown",
        text: "The connection to the gateway was lost (no code)",
        reason: "no code",
      })
    }
  )
})
