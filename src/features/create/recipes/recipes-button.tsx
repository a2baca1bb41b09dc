import Bookmark from 'lucide-react/icons/bookmark'
import { useState } from 'react'

import type { Recipe } from '#storage/create.ts'
import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const RecipesDialog = lazyPart(() => import('./recipes-dialog.tsx'))

/** Opens the recipes, to start from one. */
export const RecipesButton = ({ onUse }: { onUse: (recipe: Recipe) => void }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="ghost"
        aria-haspopup="dialog"
        icon={<Bookmark aria-hidden size={15} />}
        onClick={() => setOpen(true)}
      >
        Recipes
      </Button>
      {isOpen && (
        <RecipesDialog
          onClose={() => setOpen(false)}
          onUse={(recipe) => {
            setOpen(false)
            onUse(recipe)
          }}
        />
      )}
    </>
  )
}
