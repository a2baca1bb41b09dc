/** Which label begins with what was typed, looking onward from `now` and around; one letter again and again walks through all that have it. */
export const entryForTyping = (typed: string, now: number, labels: readonly string[]): number | null => {
  const wanted = typed.toLowerCase()
  const first = wanted.charAt(0)
  const isOneLetter = first !== '' && wanted === first.repeat(wanted.length)
  const prefix = isOneLetter ? first : wanted
  const from = isOneLetter ? now + 1 : Math.max(0, now)
  for (let step = 0; step < labels.length; step += 1) {
    const index = (from + step) % labels.length
    if (labels[index]?.toLowerCase().startsWith(prefix) === true) return index
  }
  return null
}
