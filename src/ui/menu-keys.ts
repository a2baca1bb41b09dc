/** Which of `count` entries a key moves to from the one at `now` (-1 for none); null for a key that moves nowhere. */
export const entryForKey = (key: string, now: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count
    case 'ArrowUp':
      return now <= 0 ? count - 1 : now - 1
    case 'Home':
    case 'PageUp':
      return 0
    case 'End':
    case 'PageDown':
      return count - 1
    default:
      return null
  }
}

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
