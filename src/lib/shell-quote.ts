/** A word that no shell reads anything into. What begins with a percent sign is a job to fish, and a comma makes a list in PowerShell. */
const plain = /^[\w@+:./-][\w@%+:./-]*$/

/**
 * `text` as it has to stand inside single quotes of sh, bash, zsh and fish. A backslash stands outside of them, like the quote: fish
 * knows both inside as well. A shell word cannot hold NUL, so that is left out.
 */
const insideSingleQuotes = (text: string): string =>
  text.replaceAll('\0', '').replaceAll(/['\\]/g, String.raw`'\$&'`)

/** `text` as one word of a POSIX shell or of fish: as it is where that is safe, else in single quotes. */
export const shellQuote = (text: string): string =>
  plain.test(text) ? text : `'${insideSingleQuotes(text)}'`

/** `text` in single quotes of PowerShell, which takes the curved ones for quotes as well. */
export const powerShellQuote = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`
