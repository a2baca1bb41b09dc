/** In px of letters of 12: what a chip takes beside its digits, a digit, the word before them, and how many more there are. */
const chip = 14
const digit = 7.75
const word = 31
const more = 19

const widthOf = (ports: readonly number[]): number =>
  ports.reduce((sum, port) => sum + chip + digit * String(port).length, word)

/** So many of the ports stand whole in a cell as narrow as this (px), with how many more there are. */
export const portsIn = (ports: readonly number[], room: number): readonly number[] => {
  const fits = (count: number) => widthOf(ports.slice(0, count)) + (count < ports.length ? more : 0) <= room
  return ports.slice(0, ports.findLastIndex((_, index) => fits(index + 1)) + 1)
}
