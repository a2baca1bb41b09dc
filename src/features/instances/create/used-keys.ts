import * as z from 'zod/mini'

import { openStore, readStored, writeStored } from '#lib/stored.ts'
import { publicKeyComment, publicKeyProblem } from '#model/public-key.ts'

const maxKeys = 6
const keysSchema = z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(maxKeys))
const storageKey = 'hatteras:public-keys'
const store = openStore(() => globalThis.localStorage)

/** The SSH public keys this browser created instances with, newest first. Public keys are no secret. */
export const usedKeys = (): string[] => readStored(store, storageKey, keysSchema) ?? []

/** Remembers a key that an instance was created with. What is no public key is never stored. */
export const rememberKey = (text: string): void => {
  const key = text.trim()
  if (key === '' || publicKeyProblem(key) !== null) return
  writeStored(store, storageKey, [key, ...usedKeys().filter((known) => known !== key)].slice(0, maxKeys))
}

/** What a key is called: its comment, or its type and its last letters. */
export const keyLabel = (key: string): string => {
  const [type = '', body = ''] = key.split(/\s+/)
  return publicKeyComment(key) ?? `${type} …${body.slice(-6)}`
}
