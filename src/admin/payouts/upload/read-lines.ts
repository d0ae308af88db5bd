export interface Line {
  line: number
  cells: string[]
  /** The cells that a workbook holds as numbers, by their places. It has forgotten their first zeros. */
  numbers?: ReadonlySet<number>
}

/** A file of a spreadsheet, line by line as it counts them. */
export interface Lines {
  lines: Line[]
  /** A quotation mark is missing, so that cells may have run into each other. */
  isTorn: boolean
}

/** A file of Excel is a ZIP archive, whatever its name is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * Reads CSV or the first sheet of a workbook.
 *
 * @param most lines that are wanted: the reading of a workbook ends behind them
 * @returns why it could not be read, otherwise
 */
export function readLines(
  bytes: Uint8Array<ArrayBuffer>,
  most: number
): Promise<Lines | "not_loaded" | "not_excel"> {
  return ZIP.every((byte, at) => bytes[at] === byte)
    ? readWorkbook(bytes, most)
    : readCsv(bytes)
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, most: number) {
  // Named in the import itself, so that the dashboard bundles this much of the library, and not its charts.
  const readRows = await loaded(
    import("hucre/xlsx").then(({ streamXlsxRows }) => streamXlsxRows)
  )
  if (!readRows) {
    return "not_loaded"
  }
  const lines: Lines["lines"] = []
  try {
    for await (const { index, values } of readRows(bytes)) {
      const cells = values.map(textOf)
      if (cells.some((cell) => cell.trim() !== "")) {
        const numbers = new Set(
          values.flatMap((value, at) => (typeof value === "number" ? [at] : []))
        )
        lines.push({ line: index + 1, cells, numbers })
      }
      if (lines.length > most) {
        break
      }
    }
  } catch {
    return "not_excel"
  }
  return { lines, isTorn: false }
}

/** A cell as Excel shows it without a format: it knows fifteen digits of a number. */
function textOf(value: string | number | boolean | Date | null): string {
  if (value instanceof Date) {
    return value.toISOString().slice(0, 10)
  }
  return typeof value === "number"
    ? String(Number(value.toPrecision(15)))
    : String(value ?? "")
}

async function readCsv(bytes: Uint8Array<ArrayBuffer>) {
  const papa = await loaded(import("papaparse"))
  if (!papa) {
    return "not_loaded"
  }
  const { data, errors } = papa.default.parse<string[]>(decode(bytes), {
    delimiter: separatorOf,
  })
  const lines = data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  return { lines, isTorn: errors.some(({ type }) => type === "Quotes") }
}

/** The first upload loads what reads it. Not so where the shop was updated meanwhile, or the connection is gone. */
const loaded = <Part>(part: Promise<Part>): Promise<Part | null> =>
  part.catch(() => null)

/** Decodes the file: spreadsheets in Thailand write UTF-8, or the code page that Windows has had there since 1995. */
function decode(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-874").decode(bytes)
  }
}

/** The heading comes first and holds only names, so its first separator is the file's. */
const separatorOf = (text: string): string => /[,;\t|]/.exec(text)?.[0] ?? ","
