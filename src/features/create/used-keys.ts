import { publicKeyComment, publicKeyProblem } from '#model/create/public-key.ts'
import { maxPublicKeys, publicKeys } from '#storage/public-keys.ts'

/** The SSH public keys this browser created instances with, newest first. */
export const usedKeys = (): string[] => publicKeys.read()

/** Remembers a key that an instance was created with. What is no public key is never stored. */
export const rememberKey = (text: string): void => {
  const key = text.trim()
  if (key === '' || publicKeyProblem(key) !== null) return
  publicKeys.write([key, ...usedKeys().filter((known) => known !== key)].slice(0, maxPublicKeys))
}

/** What a key is called: its comment, or its type and its last letters. */
export const keyLabel = (key: string): string => {
  const [type = '', body = ''] = key.split(/\s+/)
  return publicKeyComment(key) ?? `${type} …${body.slice(-6)}`
}
