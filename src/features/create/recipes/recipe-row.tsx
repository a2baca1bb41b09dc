import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'

import { longestRecipeName, type Recipe } from '#storage/recipes.ts'
import { paths } from '#model/paths.ts'
import { recipeText } from '#model/create/recipe.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

interface RecipeRowProps {
  recipe: Recipe
  onUse: () => void
  /** Answers why the name cannot be had, or null. */
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
export const RecipeRow = ({ recipe, onUse, onRename, onRemove }: RecipeRowProps) => {
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
        text={() => `${globalThis.location.origin}${paths.create(search)}`}
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
