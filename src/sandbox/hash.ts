/** A 32-bit hash of the parts: the same parts give the same number, on every machine and in every run. */
export const hash32 = (...parts: readonly (string | number)[]): number => {
  const text = parts.join('\u001F')
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  }
  // Without the final mixing, texts that differ in their last letter only would give neighbouring numbers.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number from 0 up to 1, made from the parts. */
export const share = (...parts: readonly (string | number)[]): number => hash32(...parts) / 0x1_00_00_00_00

/** One of `choices`, chosen by the parts. */
export const pick = <T>(choices: readonly [T, ...T[]], ...parts: readonly (string | number)[]): T =>
  choices[hash32(...parts) % choices.length] ?? choices[0]

const hex = (...parts: readonly (string | number)[]): string =>
  hash32(...parts)
    .toString(16)
    .padStart(8, '0')

/** A uuid (version 4 in form) made from the parts. */
export const uuidFrom = (...parts: readonly (string | number)[]): string => {
  const digits = [0, 1, 2, 3].map((word) => hex('uuid', word, ...parts)).join('')
  const variant = pick(['8', '9', 'a', 'b'], 'variant', ...parts)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

/** Twelve hexadecimal digits, in the form of the page's `original_ccloud_password`. */
export const passwordFrom = (...parts: readonly (string | number)[]): string =>
  (hex('password', 0, ...parts) + hex('password', 1, ...parts)).slice(0, 12)
