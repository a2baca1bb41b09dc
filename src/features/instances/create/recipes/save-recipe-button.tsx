import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import { lazy, Suspense, useState } from 'react'

import { Button } from '#ui/button.tsx'

const SaveRecipeDialog = lazy(() => import('./save-recipe-dialog.tsx'))

/** Keeps the form, as it is at the press, under a name. */
export const SaveRecipeButton = ({ search }: { search: () => string }) => {
  const [saving, setSaving] = useState<string | null>(null)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-haspopup="dialog"
        icon={<BookmarkPlus aria-hidden size={14} />}
        onClick={() => setSaving(search())}
      >
        Save recipe
      </Button>
      <Suspense>
        {saving !== null && <SaveRecipeDialog search={saving} onClose={() => setSaving(null)} />}
      </Suspense>
    </>
  )
}
