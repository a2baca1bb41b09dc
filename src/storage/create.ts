import * as z from 'zod/mini'

import { cpuTiers } from '#contract/vocabulary.ts'
import { compareNatural } from '#lib/text.ts'
import { publicKeyComment, publicKeyProblem } from '#model/create/public-key.ts'

import { createStored, createStoredByAccount } from './stored-value.ts'

const maxPublicKeys = 6

/** The SSH public keys this browser created instances with, newest first. Public keys are no secret. */
export const publicKeys = createStored({
  name: 'public-keys',
  schema: z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(maxPublicKeys)),
  fallback: [],
})

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
