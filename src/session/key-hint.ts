/** How a key is told from another without showing it: its last four characters, if it is long enough to spare them. */
export const keyHint = (key: string): string => (key.length >= 12 ? `····${key.slice(-4)}` : '····')
