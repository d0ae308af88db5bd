import { generateKeyPairSync, sign } from "node:crypto"

/** Writes one element of DER: its tag, the length of its contents, and the contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...contents: Buffer[]) => der(0x30, ...contents)
const ecdsaWithSha256 = sequence(
  der(0x06, Buffer.from("2a8648ce3d040302", "hex"))
)
const commonName = (text: string) =>
  sequence(
    der(
      0x31,
      sequence(
        der(0x06, Buffer.from("550403", "hex")),
        der(0x0c, Buffer.from(text))
      )
    )
  )
const year = (text: string) => der(0x17, Buffer.from(`${text}0101000000Z`))

/**
 * A certificate that nobody but itself has signed, as of a server that somebody set up in a hurry.
 *
 * @param years the last two digits of the years in which it begins and ends
 */
export function selfSigned(
  name: string,
  years = ["20", "49"]
): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "prime256v1",
  })
  const contents = sequence(
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    commonName(name),
    sequence(...years.map(year)),
    commonName(name),
    publicKey.export({ type: "spki", format: "der" })
  )
  const signature = sign("sha256", contents, privateKey)
  const certificate = sequence(
    contents,
    ecdsaWithSha256,
    der(0x03, Buffer.from([0]), signature)
  )
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n")
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
