/**
 * What a key writes; a letter of another script is taken for the Latin one in its place, since shortcuts are printed there on a
 * Cyrillic or Greek keyboard.
 */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  key.length === 1 && key > 'ɏ' && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key
