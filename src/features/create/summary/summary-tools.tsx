import { type CreateForm, createFormSchema } from '#model/create/create-form.ts'
import { apiCall } from '#model/instance/curl.ts'
import { paths } from '#model/paths.ts'
import { sharedRecipe } from '#model/create/recipe.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { ApiCall } from '#features/actions/api-call.tsx'
import { apiBase } from '#page/api-base.ts'
import { createRequest, type Distro } from '../create-request.ts'
import { SaveRecipeButton } from '../recipes/save-recipe-button.tsx'

interface SummaryToolsProps {
  form: CreateForm
  spareName: string
  distro: Distro | null
}

/** The same form as a command, as a recipe, and as a link. */
export const SummaryTools = ({ form, spareName, distro }: SummaryToolsProps) => {
  const isSound = createFormSchema.safeParse(form).success
  return (
    <div className="relative min-h-[18px]">
      {isSound ? (
        <ApiCall
          command={apiCall('create', { baseUrl: apiBase(), body: createRequest(form, spareName, distro) })}
        />
      ) : (
        <p className="max-w-36 text-secondary text-ink-muted">
          The API call is shown once every field is in order.
        </p>
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
