import * as z from 'zod/mini'

import { compareNatural } from '#lib/text.ts'

import { createStoredByAccount } from './stored-value.ts'

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
