import { expect, it } from 'vitest'

import { maxRecipes, type Recipe, recipeNamed, withoutRecipe, withSaved } from './recipes.ts'

const recipe = (name: string, search = 'flavor=base'): Recipe => ({ name, search })
const book = [recipe('node 2'), recipe('node 10')]

it('keeps recipes in the order people read names in', () => {
  expect(withSaved(book, recipe('node 3'))?.map(({ name }) => name)).toEqual(['node 2', 'node 3', 'node 10'])
})

it('replaces the recipe of the same name, whatever its case', () => {
  const saved = withSaved(book, recipe('Node 2', 'flavor=marimo'))
  expect(saved).toEqual([recipe('Node 2', 'flavor=marimo'), recipe('node 10')])
  expect(recipeNamed(book, ' NODE 10 ')).toBe(book[1])
})

it('keeps no more than fifty, but a full book may still change', () => {
  const full = Array.from({ length: maxRecipes }, (_, index) => recipe(`recipe ${index}`))
  expect(withSaved(full, recipe('one more'))).toBeNull()
  expect(withSaved(full, recipe('recipe 7', 'flavor=marimo'))).toHaveLength(maxRecipes)
})

it('removes by name', () => {
  expect(withoutRecipe(book, 'NODE 2')).toEqual([recipe('node 10')])
})
