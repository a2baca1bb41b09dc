import BookOpen from 'lucide-react/icons/book-open'
import { useEffect, useRef, useState } from 'react'

import { type Recipe, recipeNamed } from '#storage/recipes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'

import { RecipeRow } from './recipe-row.tsx'
import { useRecipes } from './use-recipes.ts'

/** The recipes of this account: to use, to pass on, and to keep in order. */
const RecipesDialog = ({ onUse, onClose }: { onUse: (recipe: Recipe) => void; onClose: () => void }) => {
  const { recipes, save, remove } = useRecipes()
  const [removed, setRemoved] = useState<{ recipe: Recipe; isStored: boolean } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const undo = useRef<HTMLButtonElement>(null)

  // The button that removed it is gone, and the focus with it.
  useEffect(() => {
    if (removed !== null) undo.current?.focus()
  }, [removed])

  const rename = (recipe: Recipe, name: string): string | null => {
    if (name === '') return 'Give the recipe a name.'
    const taken = recipeNamed(recipes, name)
    if (taken !== undefined && taken !== recipe) return 'Another recipe has this name. Choose another.'
    return save({ ...recipe, name }, recipe)
  }

  return (
    <Dialog
      open
      title="Recipes"
      description="Choosing one fills in the form. The name and the secrets you typed stay as they are."
      width="wide"
      onClose={onClose}
    >
      {recipes.length === 0 ? (
        <EmptyState
          icon={<BookOpen aria-hidden size={18} />}
          title="No recipes yet"
          className="rounded-panel border border-line py-10"
        >
          Fill in the form, then choose Save recipe beside the price. The next time it is one click.
        </EmptyState>
      ) : (
        <ul className="-mx-2 divide-y divide-line">
          {recipes.map((recipe) => (
            <li key={recipe.name}>
              <RecipeRow
                recipe={recipe}
                onUse={() => onUse(recipe)}
                onRename={(name) => rename(recipe, name)}
                onRemove={() => {
                  setRemoved({ recipe, isStored: remove(recipe) })
                  setProblem(null)
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {removed !== null && (
          <Note className="mt-3 flex items-center justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">
              {removed.isStored
                ? `“${removed.recipe.name}” was removed.`
                : `“${removed.recipe.name}” is removed until you close this page: the browser did not keep it.`}
            </span>
            <Button
              ref={undo}
              size="sm"
              onClick={() => {
                setProblem(save(removed.recipe))
                setRemoved(null)
              }}
            >
              Undo
            </Button>
          </Note>
        )}
        {problem !== null && <Note className="mt-3">{problem}</Note>}
      </div>
    </Dialog>
  )
}
export default RecipesDialog
