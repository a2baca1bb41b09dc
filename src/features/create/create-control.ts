import type { Control } from 'react-hook-form'

import type { CreateForm } from '#model/create/create-form.ts'

/** What every section of the form is bound to. */
export type CreateControl = Control<CreateForm>
