import { type CreateForm, createFormSchema } from '#model/create-form.ts'
import { apiCall } from '#model/curl.ts'
import { paths } from '#model/paths.ts'
import { publicKeyProblem } from '#model/public-key.ts'
import { searchFromDraft } from '#model/recipe.ts'
import { CopyButton } from '#ui/copy-button.tsx'

import { ApiCall } from '../../parts/acts/api-call.tsx'
import { apiBase } from '../../parts/api-base.ts'
import { createRequest, type Distro } from '../create-request.ts'

/** The form as a link. Without its name, since a name can be used only once, and without what is no public key. */
const recipeLink = (form: CreateForm): string => {
  const isSound = publicKeyProblem(form.public_key) === null
  const search = searchFromDraft({ ...form, name: '', public_key: isSound ? form.public_key : '' })
  return `${globalThis.location.origin}${paths.create(search.toString())}`
}

interface SummaryToolsProps {
  form: CreateForm
  spareName: string
  distro: Distro | null
}

/** The same form as a command and as a link. */
export const SummaryTools = ({ form, spareName, distro }: SummaryToolsProps) => {
  const isSound = createFormSchema.safeParse(form).success
  return (
    <div className="relative grid gap-2">
      {isSound ? (
        <ApiCall
          command={apiCall('create', { baseUrl: apiBase(), body: createRequest(form, spareName, distro) })}
        />
      ) : (
        <p className="max-w-56 text-secondary text-ink-muted">
          The API call can be shown when every field is in order.
        </p>
      )}
      <div className="absolute top-[-4px] right-[-8px]">
        <CopyButton text={() => recipeLink(form)} what="link">
          Copy link
        </CopyButton>
      </div>
    </div>
  )
}
