import { isTelling, plain } from './clean-address.ts'

/** Whether a name says secret, in whatever spelling; a mere "key" does with a value that looks like one. */
const isSecret = (name: string, value: string): boolean =>
  /(?:secret(?:id)?|token|jwt|sig(?:nature)?|cookie|passw(?:or)?d|pwd|passphrase|^pass|credentials?|auth(?:orization)?|bearer|(?:secret(?:access)?|access|private|anthropic|claude|c.*cloud|api)keys?)(?:value)?$/i.test(
    // No name is longer, and what looks for one in hundreds of thousands of letters takes minutes.
    name.replaceAll(/[^a-z]/gi, '').slice(-100),
  ) ||
  (/^key$/i.test(name) && /^(?=.*\d)[^\s+]{16,}$/.test(value))

/** What the secrets in a part of an address are called, each once; an empty name where only a value tells. */
export const secretNames = (part: string): string[] => {
  const text = plain(part).replaceAll('+', ' ')
  const names = text.split(/[?&#;]/).flatMap((pair) => {
    const texts = pair.split('=')
    return texts.slice(0, -1).filter((name, at) => isSecret(name, texts[at + 1] ?? ''))
  })
  return names.length === 0 && isTelling(text) ? [''] : [...new Set(names)]
}
