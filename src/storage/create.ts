import * as z from 'zod/mini'

import { cpuTiers } from '#contract/vocabulary.ts'
import { sha256 } from '#lib/sha256.ts'
import { compareNatural } from '#lib/text.ts'
import { plainPublicKey, publicKeyComment, publicKeyProblem } from '#model/create/public-key.ts'

import { createStored, createStoredByAccount } from './stored-value.ts'

const maxPublicKeys = 6

const publicKeyOptions = {
  name: 'public-keys',
  schema: z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(maxPublicKeys)),
  fallback: [],
}

/** The SSH public keys this browser created an account's instances with, newest first. Public keys are no secret. */
export const publicKeys = createStoredByAccount(publicKeyOptions)

/** Those stored before they were kept by account: of which one they are is not known. */
export const sharedPublicKeys = createStored(publicKeyOptions)

/** The same, but for those that would not be taken now. */
export const usedKeys = (connectionId: string): string[] =>
  publicKeys
    .of(connectionId)
    .read()
    .filter((key) => publicKeyProblem(key) === null)

/** Gives the keys from before they were kept by account to the only account that is here. */
export const adoptSharedKeys = (connectionId: string): void => {
  const shared = sharedPublicKeys.read()
  if (shared.length === 0) return
  const own = usedKeys(connectionId)
  const all = [...own, ...shared.filter((key) => !own.includes(key))].slice(0, maxPublicKeys)
  publicKeys.of(connectionId).write(all)
  sharedPublicKeys.write([])
}

/** Remembers a key that an instance was created with. What is no public key is never stored. */
export const rememberKey = (connectionId: string, text: string): void => {
  const key = plainPublicKey(text)
  if (key === '' || publicKeyProblem(key) !== null) return
  const others = usedKeys(connectionId).filter((known) => known !== key)
  publicKeys.of(connectionId).write([key, ...others].slice(0, maxPublicKeys))
}

/** What a key is called: its comment, or its type and its last letters. */
export const keyLabel = (key: string): string => {
  const [type = '', body = ''] = key.split(/\s+/)
  return publicKeyComment(key) ?? `${type} …${body.slice(-6)}`
}

/** The fingerprint of a public key as `ssh-keygen -l` shows it; what cannot be decoded has none. */
export const keyFingerprint = (key: string): string => {
  try {
    const blob = Uint8Array.from(
      atob(key.trim().split(/\s+/)[1] ?? ''),
      (letter) => letter.codePointAt(0) ?? 0,
    )
    return `SHA256:${btoa(String.fromCodePoint(...sha256(blob))).replace(/=+$/, '')}`
  } catch {
    return 'without a fingerprint'
  }
}

const sizeText = z.exactOptional(z.string().check(z.maxLength(10)))
const longText = z.exactOptional(z.string().check(z.maxLength(8000)))

const defaultsSchema = z.object({
  cpu_tier: z.exactOptional(z.enum(cpuTiers)),
  n_vcpus: sizeText,
  mem_gib: sizeText,
  disk_size_gib: sizeText,
  /** Public keys are no secret. */
  public_key: longText,
  aws_endpoint_url: longText,
})
export type CreateDefaults = z.output<typeof defaultsSchema>

/** How the create form of each account opens where no link or recipe says otherwise: null for the service's own defaults. No secrets. */
export const createDefaults = createStoredByAccount({
  name: 'create-defaults',
  schema: z.nullable(defaultsSchema),
  fallback: null,
})

export const maxRecipes = 50
export const longestRecipeName = 60

const recipeSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(longestRecipeName)),
  /** The query string of the create page that fills in the form; it never has a secret in it. */
  search: z.string().check(z.maxLength(30_000)),
})
export type Recipe = z.output<typeof recipeSchema>

/** An account's recipes, in the order of their names. */
export const storedRecipes = createStoredByAccount({
  name: 'recipes',
  schema: z.readonly(z.array(recipeSchema).check(z.maxLength(maxRecipes))),
  fallback: [],
})

const isCalled =
  (name: string) =>
  (recipe: Recipe): boolean =>
    recipe.name.toLowerCase() === name.toLowerCase()

/** The recipe of a name; case does not tell two apart. */
export const recipeNamed = (recipes: readonly Recipe[], name: string): Recipe | undefined =>
  recipes.find(isCalled(name.trim()))

/** The recipes with one more, which replaces the one of the same name; null where there are 50 already. */
export const withSaved = (recipes: readonly Recipe[], recipe: Recipe): readonly Recipe[] | null => {
  const others = recipes.filter((one) => !isCalled(recipe.name)(one))
  if (others.length >= maxRecipes) return null
  return [...others, recipe].toSorted((a, b) => compareNatural(a.name, b.name))
}

export const withoutRecipe = (recipes: readonly Recipe[], name: string): readonly Recipe[] =>
  recipes.filter((one) => !isCalled(name)(one))
