import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import { useState } from 'react'

import { apiBase, ApiCall } from '#features/actions/api-call.tsx'
import { type CreateForm, createFormSchema } from '#model/create/create-form.ts'
import { sharedRecipe } from '#model/create/recipe.ts'
import { apiCall } from '#model/instance/curl.ts'
import { paths } from '#model/paths.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import { createRequest, type Distro } from '../create-request.ts'

const SaveRecipeDialog = lazyPart(() => import('../recipes/save-recipe-dialog.tsx'))

/** Keeps the form, as it is at the press, under a name. */
const SaveRecipeButton = ({ search }: { search: () => string }) => {
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

interface SummaryToolsProps {
  form: CreateForm
  spareName: string
  distro: Distro | null
}

/** The same form as a command, as a recipe, and as a link. */
export const SummaryTools = ({ form, spareName, distro }: SummaryToolsProps) => {
  const isSound = createFormSchema.safeParse(form).success
  return (
    <div className="relative min-h-[1.125rem]">
      {isSound ? (
        <ApiCall
          command={apiCall('create', { baseUrl: apiBase(), body: createRequest(form, spareName, distro) })}
        />
      ) : (
        <p className="max-w-36 text-secondary text-ink-muted">No API call yet</p>
      )}
      <div className="absolute top-[-4px] right-[-8px] flex">
        <SaveRecipeButton search={() => sharedRecipe(form)} />
        <CopyButton
          text={() => `${globalThis.location.origin}${paths.create(sharedRecipe(form))}`}
          what="link"
        >
          Copy link
        </CopyButton>
      </div>
    </div>
  )
}
