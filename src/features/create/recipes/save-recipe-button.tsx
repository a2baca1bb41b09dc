import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import { useState } from 'react'

import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const SaveRecipeDialog = lazyPart(() => import('./save-recipe-dialog.tsx'))

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
      {saving !== null && <SaveRecipeDialog search={saving} onClose={() => setSaving(null)} />}
    </>
  )
}
