import { publicKeyProblem } from './public-key.ts'

/** A file that was dropped or chosen; `text` is null where it could not be read, as a folder, or is far too long for a key. */
export interface KeyFile {
  name: string
  text: string | null
}

const problemOf = ({ name, text }: KeyFile): string | null => {
  if (text === null) return `${name} is a folder, or cannot be read: choose the .pub file in it.`
  // A picture, or notes: what is wrong with a key would be said of the one that stands in the field.
  if (!/ssh-|ecdsa-|sk-|BEGIN|PuTTY|b3Blbn/.test(text))
    return `${name} holds no public key: choose the .pub file.`
  return publicKeyProblem(text)?.replace(/^This is a/, `${name} is a`) ?? null
}

/**
 * The one public key among some files, such as `id_ed25519` and `id_ed25519.pub` together; or why there is none, in a sentence that
 * repeats nothing of what they hold.
 */
export const keyAmong = (
  files: readonly KeyFile[],
): { key: string; problem: null } | { key: null; problem: string } => {
  const keys = new Set(
    files.filter((file) => problemOf(file) === null).map(({ text }) => (text ?? '').trim()),
  )
  const [key] = keys
  if (key !== undefined && keys.size === 1) return { key, problem: null }
  if (keys.size > 1) return { key: null, problem: `These are ${keys.size} public keys: choose one of them.` }
  const problems = files.map(problemOf).filter((problem) => problem !== null)
  const problem = problems.find((text) => text.includes('private')) ?? problems[0]
  return { key: null, problem: problem ?? 'There was no file in that: choose the .pub file.' }
}
