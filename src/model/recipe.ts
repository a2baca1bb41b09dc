import * as z from 'zod/mini'

import { secretFields } from '#contract/vocabulary.ts'

import { createFormSchema, effectiveForm, type CreateForm } from './create-form.ts'

const { resource_type, flavor, cpu_tier } = createFormSchema.shape

/** The part of the form that may be shared, with the API's field names as parameter names. No secret is among them. */
const recipeFields = {
  resource_type,
  flavor,
  n_vcpus: z.string(),
  mem_gib: z.string(),
  disk_size_gib: z.string(),
  cpu_tier,
  gpu_model: z.string(),
  name: z.string(),
  public_key: z.string(),
  aws_endpoint_url: z.string(),
  aws_access_key_id: z.string(),
  aws_prefill_bucket: z.string(),
} satisfies Partial<Record<keyof CreateForm, z.ZodMiniType>>

const recipeSchema = z.object(recipeFields)
const draftSchema = z.partial(recipeSchema)

/** Longer than any sound value; what is beyond it was not written by this app. */
const LONGEST = 8000

/** A form that an address pre-fills, and what of the address was left aside. */
export interface DraftFromSearch {
  draft: z.output<typeof draftSchema>
  /** Secret fields that were in the address: they were not read, and belong out of it. */
  secrets: string[]
  /** Parameters whose value means nothing, such as a flavor that is not offered. */
  ignored: string[]
}

/** Reads a shareable recipe. Never throws; numbers stay as typed, so that a bad one is shown at its field. */
export const draftFromSearch = (params: URLSearchParams): DraftFromSearch => {
  const values: Record<string, string> = {}
  const ignored: string[] = []
  for (const [field, schema] of Object.entries(recipeFields)) {
    const value = params.get(field)
    if (value === null) continue
    if (value.length <= LONGEST && z.safeParse(schema, value).success) values[field] = value
    else ignored.push(field)
  }
  return {
    draft: z.parse(draftSchema, values),
    secrets: secretFields.filter((field) => params.has(field)),
    ignored,
  }
}

/**
 * The recipe of a form: every non-secret value that counts for its type. Values that are the form's defaults are written too, so
 * that a link keeps its meaning when the defaults change.
 */
export const searchFromDraft = (form: CreateForm): URLSearchParams => {
  const values = Object.entries(z.parse(recipeSchema, effectiveForm(form)))
  return new URLSearchParams(values.filter(([, value]) => value !== ''))
}
