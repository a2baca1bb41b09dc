import BookOpen from 'lucide-react/icons/book-open'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useEffect, useRef, useState } from 'react'

import { passedOn, recipeText } from '#model/create/recipe.ts'
import { paths } from '#model/paths.ts'
import { longestRecipeName, type Recipe, recipeNamed } from '#storage/create.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { useRecipes } from './use-recipes.ts'

interface RecipeRowProps {
  recipe: Recipe
  onUse: () => void
  /** Returns why the name cannot be had, or null. */
  onRename: (name: string) => string | null
  onRemove: () => void
}

/** A new name for a recipe, in the place of its old one. */
const RenameRow = ({
  recipe,
  onRename,
  onDone,
}: Pick<RecipeRowProps, 'recipe' | 'onRename'> & { onDone: () => void }) => {
  const [name, setName] = useState(recipe.name)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <form
      noValidate
      className="flex flex-wrap items-start gap-2 py-2"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        const said = onRename(name.trim())
        setProblem(said)
        if (said === null) onDone()
      }}
    >
      <Field label={`New name of ${recipe.name}`} hideLabel error={problem} className="min-w-0 grow">
        <TextInput
          ref={(input) => {
            if (input !== null && input !== document.activeElement) input.focus()
          }}
          autoComplete="off"
          maxLength={longestRecipeName}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onDone()
          }}
        />
      </Field>
      <Button type="submit" size="lg">
        Rename
      </Button>
      <Button size="lg" variant="ghost" onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}

/** A saved recipe: a press on it fills in the form. */
const RecipeRow = ({ recipe, onUse, onRename, onRemove }: RecipeRowProps) => {
  const [isRenaming, setRenaming] = useState(false)
  const { name, search } = recipe
  if (isRenaming) return <RenameRow recipe={recipe} onRename={onRename} onDone={() => setRenaming(false)} />

  return (
    <div className="flex items-center gap-1 py-1">
      <button
        type="button"
        aria-label={`Use ${name}`}
        className="min-w-0 grow rounded-control px-2 py-1.5 text-left hover:bg-sunken"
        onClick={onUse}
      >
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-secondary text-ink-muted">{recipeText(search)}</span>
      </button>
      <CopyButton
        what={`link to ${name}`}
        text={() => `${globalThis.location.origin}${paths.create(passedOn(search))}`}
      />
      <IconButton
        size="sm"
        label={`Rename ${name}`}
        icon={<Pencil aria-hidden size={14} />}
        onClick={() => setRenaming(true)}
      />
      <IconButton
        size="sm"
        label={`Remove ${name}`}
        icon={<Trash2 aria-hidden size={14} />}
        onClick={onRemove}
      />
    </div>
  )
}

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
      description="Choosing one fills in the form. The name, SSH key, S3 and secrets you typed stay as they are."
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
