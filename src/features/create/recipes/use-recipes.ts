import { useApi } from '#api/api-context.ts'
import { useStored } from '#storage/stored-value.ts'
import { storedRecipes, maxRecipes, type Recipe, withoutRecipe, withSaved } from '#storage/create.ts'

/** A save that was not done, in two sentences; null where it was. */
export type SaveProblem = string | null

/** The recipes of the account in use, and the ways to change them. */
export const useRecipes = () => {
  const book = storedRecipes.of(useApi().connectionId)
  const recipes = useStored(book)

  const save = (recipe: Recipe, replaced?: Recipe): SaveProblem => {
    const others = replaced === undefined ? book.read() : withoutRecipe(book.read(), replaced.name)
    const next = withSaved(others, recipe)
    if (next === null)
      return `It was not saved: ${maxRecipes} recipes is the most this browser keeps. Remove one first.`
    return book.write(next)
      ? null
      : 'This browser keeps nothing, so the recipe lasts until the page is closed. Copy its link to keep it.'
  }
  /** False where the browser did not store it: then it is back after a reload. */
  const remove = ({ name }: Recipe): boolean => book.write(withoutRecipe(book.read(), name))
  return { recipes, save, remove }
}
