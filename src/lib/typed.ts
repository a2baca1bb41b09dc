/** What people type, with one spelling for what only looks different: full-width digits and signs, and every kind of space. */
export const plainTyped = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Text as it looks, in one spelling: without what nobody sees, and with one space for any. What looks the same is the same. */
export const visibleText = (text: string): string =>
  plainTyped(text.normalize('NFKC').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''))

/** Thousands set off from each other by commas or spaces. */
const grouped = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)$/

/** A typed whole number, or null. Thousands may be set off, since a whole number has no decimals to take them for. */
export const wholeNumber = (text: string): number | null => {
  const typed = plainTyped(text)
  const digits = grouped.test(typed) ? typed.replaceAll(/[, ]/g, '') : typed
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
