import { setImmediate } from "node:timers/promises"
import { staffMessage } from "../../../messages"
import { BodyError } from "./body-error"

/** The most bytes that are parsed at once, which nothing can interrupt. */
export const LARGEST_PIECE = 100 * 1024

/** Nothing that we take is nested as deeply. Some functions, such as `JSON.stringify`, call themselves on each level. */
const DEEPEST = 32

/** Enough for 10,000 payouts with 30 fields of metadata each. */
const MOST_VALUES = 400_000

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x5b, 0x5d, 0x7b, 0x7d,
]

/** The byte order mark with which some programs begin a text. */
const MARK = Buffer.from("\ufeff")

/** The place of a value in the text, in bytes. */
interface Span {
  start: number
  end: number
}

/**
 * Follows a JSON text while its bytes arrive, and refuses one that is nested too deeply or has too many values, before
 * anybody parses it. It finds the lists in the outermost object, such as the rows of an upload, so that `parse` can take
 * their items one by one. UTF-8 has no byte of these marks within another character.
 */
export class JsonOutline {
  private readonly open: number[] = []
  private readonly lists: [Span, ...Span[]][] = []
  private isText = false
  private isEscaped = false
  private values = 0
  private size = 0
  /** Where the present item of a list begins. */
  private start = 0
  private isNewList = false

  /** @throws BodyError when nobody should parse the text */
  follow(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk.readUInt8(at)
      if (this.isText) {
        this.followText(byte)
      } else {
        this.followMark(byte, this.size + at)
      }
    }
    this.size += chunk.length
  }

  private followText(byte: number): void {
    if (this.isEscaped) {
      this.isEscaped = false
    } else if (byte === BACKSLASH) {
      this.isEscaped = true
    } else if (byte === QUOTE) {
      this.isText = false
    }
  }

  private followMark(byte: number, at: number): void {
    switch (byte) {
      case QUOTE:
        this.isText = true
        return
      case OPEN_LIST:
      case OPEN_OBJECT:
        this.enter(byte, at)
        return
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        this.leave(byte, at)
        return
      case COMMA:
        this.count()
        if (this.isInList()) {
          this.endItem(at)
        }
    }
  }

  private enter(byte: number, at: number): void {
    this.count()
    if (this.open.push(byte) > DEEPEST) {
      throw new BodyError(400, staffMessage("body_too_deep"))
    }
    if (this.isInList()) {
      this.start = at + 1
      this.isNewList = true
    }
  }

  private leave(byte: number, at: number): void {
    if (this.isInList()) {
      this.endItem(at)
    }
    if (this.open.pop() !== byte - 2) {
      throw notJson()
    }
  }

  private endItem(at: number): void {
    const item = { start: this.start, end: at }
    if (this.isNewList) {
      this.lists.push([item])
    } else {
      this.lists.at(-1)?.push(item)
    }
    this.isNewList = false
    this.start = at + 1
  }

  /** Whether the present value is a list in the outermost object. */
  private isInList(): boolean {
    return (
      this.open.length === 2 &&
      this.open[0] === OPEN_OBJECT &&
      this.open[1] === OPEN_LIST
    )
  }

  private count(): void {
    this.values += 1
    if (this.values > MOST_VALUES) {
      throw new BodyError(
        413,
        staffMessage("body_too_many", { most: String(MOST_VALUES) })
      )
    }
  }

  /**
   * Parses the text that it has followed. Other requests have their turn in between.
   *
   * @throws BodyError when it is no JSON, or a part of it is too large
   */
  async parse(bytes: Buffer): Promise<unknown> {
    const turns = new Turns()
    const lists: unknown[][] = []
    let frame = ""
    let end = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
    for (const spans of this.lists) {
      const items: unknown[] = []
      const isEmpty =
        spans.length === 1 && textOf(bytes, spans[0]).trim() === ""
      for (const span of isEmpty ? [] : spans) {
        items.push(parseText(textOf(bytes, span)))
        await turns.take(span.end - span.start)
      }
      // In the frame, each list has its own number for an item.
      frame += textOf(bytes, { start: end, end: spans[0].start })
      frame += String(lists.length)
      lists.push(items)
      end = spans.at(-1)?.end ?? end
    }
    frame += textOf(bytes, { start: end, end: bytes.length })
    return fill(parseText(frame), lists)
  }
}

/** The bytes that one turn takes: fewer than a millisecond's, so that a busy shop does not notice an upload. */
const TURN = 64 * 1024

/** Lets others work after every so many bytes. */
class Turns {
  private bytes = 0

  async take(bytes: number): Promise<void> {
    this.bytes += bytes
    if (this.bytes > TURN) {
      this.bytes = 0
      await setImmediate()
    }
  }
}

function textOf(bytes: Buffer, { start, end }: Span): string {
  if (end - start > LARGEST_PIECE) {
    throw new BodyError(
      413,
      staffMessage("body_piece_too_large", {
        most: String(LARGEST_PIECE / 1024),
      })
    )
  }
  return bytes.toString("utf8", start, end)
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's words quote the text, which may be an account number.
    throw notJson()
  }
}

const notJson = () => new BodyError(400, staffMessage("body_not_json"))

/** Puts the lists back into their frame. */
const fill = (frame: unknown, lists: unknown[][]): unknown =>
  lists.length === 0
    ? frame
    : Object.fromEntries(
        Object.entries(frame as Record<string, unknown>).map(([key, value]) => [
          key,
          Array.isArray(value) ? lists[value[0] as number] : value,
        ])
      )
