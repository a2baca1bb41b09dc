const inName = /^[\p{L}\p{N}._-]$/u

/** Whether a key is a letter of a name. `/` and `?` are not, and go on doing what they do on every page. */
export const isNameLetter = (key: string): boolean => inName.test(key)

/**
 * Which of `count` rows a key leads to from the one at `now`, with `page` rows to a window. Null for a key that leads nowhere:
 * the browser may then do with it what it does.
 */
export const rowForKey = (key: string, now: number, count: number, page: number): number | null => {
  const wanted: Record<string, number> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    PageDown: now + page,
    PageUp: now - page,
    Home: 0,
    End: count - 1,
  }
  if (!Object.hasOwn(wanted, key) || count === 0) return null
  const row = Math.min(count - 1, Math.max(0, wanted[key] ?? now))
  return row === now ? null : row
}
