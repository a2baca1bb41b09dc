const plain = /^[\w@%+:,./-]+$/

/** `text` as it has to stand inside single quotes. A shell word cannot hold NUL, so that is left out. */
export const insideSingleQuotes = (text: string): string =>
  text.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)

/** `text` as one word of a POSIX shell: as it is where that is safe, else in single quotes. */
export const shellQuote = (text: string): string =>
  plain.test(text) ? text : `'${insideSingleQuotes(text)}'`
