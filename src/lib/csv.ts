/** One cell: text as it is, a number, or nothing. */
export type CsvCell = string | number | null

const plainNumber = /^-?\d+(?:\.\d+)?$/

/**
 * What a spreadsheet would take for a formula, also in full width, or would drop before one; with the apostrophes before it, so that one
 * more can be taken off again.
 */
const formulaStart = /^'*[=+\-@\p{Cc}\uFF1D\uFF0B\uFF0D\uFF20]/u

/** A leading apostrophe makes text of what a spreadsheet would otherwise run. A plain number, `-0.5`, runs nothing. */
const defused = (text: string): string =>
  formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text

const quoted = (text: string): string =>
  /[",;\p{Cc}]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Some programs end a file at NUL. */
const cellText = (cell: CsvCell): string =>
  cell === null ? '' : quoted(defused(String(cell).replaceAll('\0', '\uFFFD')))

/**
 * A table as CSV (RFC 4180: lines end with CR LF, quotes are doubled), safe to open in a spreadsheet. It begins with a byte order
 * mark, without which Excel reads accents wrongly.
 */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
