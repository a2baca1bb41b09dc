/** The first 32 bits of the fractions of the cube roots (`root` 3) or square roots (2) of the first `count` primes. */
const fractions = (count: number, root: 2 | 3): number[] => {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes.map((prime) => ((prime ** (1 / root) % 1) * 2 ** 32) | 0)
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The message with its padding: a one, zeros, and its length in bits. */
const padded = (bytes: Uint8Array): DataView => {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64))
  new Uint8Array(view.buffer).set(bytes)
  view.setUint8(bytes.length, 0x80)
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(view.byteLength - 4, (bytes.length << 3) >>> 0)
  return view
}

/** SHA-256 of some bytes (FIPS 180-4), 32 bytes long. The browser's own is not to be had on a page that came over plain http. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const view = padded(bytes)
  const rounds = fractions(64, 3)
  const state = new Int32Array(fractions(8, 2))
  const words = new Int32Array(64)
  const word = (index: number): number => words[index] ?? 0

  for (let block = 0; block < view.byteLength; block += 64) {
    for (let index = 0; index < 64; index += 1) {
      if (index < 16) {
        words[index] = view.getInt32(block + index * 4)
        continue
      }
      const [far, near] = [word(index - 15), word(index - 2)]
      const first = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)
      const second = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)
      words[index] = word(index - 16) + first + word(index - 7) + second
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (const [index, constant] of rounds.entries()) {
      const choice = (e & f) ^ (~e & g)
      const mixed = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + constant + word(index)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const other = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority
      ;[a, b, c, d, e, f, g, h] = [(mixed + other) | 0, a, b, c, (d + mixed) | 0, e, f, g]
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries())
      state[index] = (state[index] ?? 0) + value
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [index, value] of state.entries()) digest.setInt32(index * 4, value)
  return new Uint8Array(digest.buffer)
}
