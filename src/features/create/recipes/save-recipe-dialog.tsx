import { useState } from 'react'

import { longestRecipeName, recipeNamed } from '#storage/create.ts'
import { recipeText } from '#model/create/recipe.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { showToast } from '#ui/toast-store.ts'

import { useRecipes } from './use-recipes.ts'

interface SaveRecipeDialogProps {
  /** What is saved: the query string of the form. */
  search: string
  onClose: () => void
}

/** Gives the form a name to find it by. Saving under a name that is taken says so, and replaces. */
const SaveRecipeDialog = ({ search, onClose }: SaveRecipeDialogProps) => {
  const { recipes, save } = useRecipes()
  const text = recipeText(search)
  const [typed, setTyped] = useState(() => text.split(' · ', 2).join(', ').replaceAll('\u00a0', ' '))
  const [problem, setProblem] = useState<string | null>(null)
  const name = typed.trim()
  const taken = recipeNamed(recipes, name)

  const submit = () => {
    const said = name === '' ? 'Give the recipe a name.' : save({ name, search })
    setProblem(said)
    if (said !== null) return
    showToast({
      tone: 'good',
      title: taken === undefined ? `Recipe “${name}” is saved.` : `Recipe “${name}” is replaced.`,
    })
    onClose()
  }

  return (
    <Dialog
      open
      title="Save recipe"
      description="Everything in the form but its name, its SSH key, S3 and secrets. It stays in this browser; its link works in any."
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {taken === undefined ? 'Save recipe' : 'Replace recipe'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field
          label="Recipe name"
          error={problem}
          hint={
            taken === undefined
              ? null
              : `You have this recipe: ${recipeText(taken.search)}. Saving replaces it.`
          }
        >
          <TextInput
            autoComplete="off"
            maxLength={longestRecipeName}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value)
              setProblem(null)
            }}
          />
        </Field>
        <Note>{text}</Note>
      </div>
    </Dialog>
  )
}
export default SaveRecipeDialog
