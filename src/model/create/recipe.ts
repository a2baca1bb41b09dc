import * as z from 'zod/mini'

import { wholeNumber } from '#lib/typed.ts'

import { createFormSchema, effectiveForm, emptyCreateForm, tidied, type CreateForm } from './create-form.ts'
import { flavorInfo } from '../instance/flavors.ts'
import { gpuLabel } from '../instance/gpus.ts'
import { sizeText, tierLabel } from '../instance/labels.ts'

const { resource_type, flavor, cpu_tier } = createFormSchema.shape

/** The part of the form that may be shared, with the API's field names as parameter names. */
const recipeFields = {
  resource_type,
  flavor,
  n_vcpus: z.string(),
  mem_gib: z.string(),
  disk_size_gib: z.string(),
  cpu_tier,
  gpu_model: z.string(),
  name: z.string(),
} satisfies Partial<Record<keyof CreateForm, z.ZodMiniType>>

/**
 * Who gets in, and whose store the data comes from. No link or recipe of ours says so; where another link does, it is filled in only when
 * someone asks for it.
 */
const identityFields = {
  public_key: z.string(),
  aws_endpoint_url: z.string(),
  aws_access_key_id: z.string(),
  aws_prefill_bucket: z.string(),
} satisfies Partial<Record<keyof CreateForm, z.ZodMiniType>>

const recipeSchema = z.object(recipeFields)
const draftSchema = z.partial(recipeSchema)
const identitySchema = z.partial(z.object(identityFields))
export type LinkedIdentity = z.output<typeof identitySchema>

/** Longer than any sound value; what is beyond it was not written by this app. */
const LONGEST = 8000

/** A form that an address pre-fills, and what of the address was left aside. */
export interface DraftFromSearch {
  draft: z.output<typeof draftSchema>
  /** What it says of keys and stores: out of the form unless someone asks for it. */
  identity: LinkedIdentity
  /** Parameters whose value means nothing, such as a flavor that is not offered. */
  ignored: string[]
}

/** Reads a shareable recipe. Never throws; numbers stay as typed, so that a bad one is shown at its field. */
export const draftFromSearch = (params: URLSearchParams): DraftFromSearch => {
  const values: Record<string, string> = {}
  const ignored: string[] = []
  for (const [field, schema] of Object.entries({ ...recipeFields, ...identityFields })) {
    const value = params.get(field)
    if (value === null) continue
    if (value.length <= LONGEST && z.safeParse(schema, value).success) values[field] = value
    else ignored.push(field)
  }
  return { draft: z.parse(draftSchema, values), identity: z.parse(identitySchema, values), ignored }
}

/**
 * The recipe of a form: every value that counts for its type, without secrets, keys and stores. Values that are the form's defaults are
 * written too, so that a link keeps its meaning when the defaults change.
 */
export const searchFromDraft = (form: CreateForm): URLSearchParams => {
  const values = Object.entries(z.parse(recipeSchema, tidied(effectiveForm(form))))
  return new URLSearchParams(values.filter(([, value]) => value !== ''))
}

/** What of a form is worth keeping or passing on, as a query string: without its name, which can be used only once. */
export const sharedRecipe = (form: CreateForm): string => searchFromDraft({ ...form, name: '' }).toString()

/** A recipe as it may be passed on: one that an earlier version saved, or that was imported, may say more. */
export const passedOn = (search: string): string => {
  const { draft } = draftFromSearch(new URLSearchParams(search))
  return new URLSearchParams(z.parse(z.record(z.string(), z.string()), draft)).toString()
}

/**
 * The form with a recipe put over it. The recipe decides what is made and how large; a field that it does not speak of, as a
 * secret, a key or the name, stays as it was typed.
 */
export const withRecipe = (form: CreateForm, search: string): CreateForm => {
  const { draft } = draftFromSearch(new URLSearchParams(search))
  const given = Object.entries(draft).filter(([, value]) => value !== undefined)
  return { ...form, gpu_model: '', ...Object.fromEntries(given) }
}

/** What a recipe makes, in one line: "RStudio · 16 vCPU · 64 GiB · 500 GiB · High performance · RTX 5090". */
export const recipeText = (search: string): string => {
  const form = effectiveForm(withRecipe(emptyCreateForm, search))
  const size = sizeText({
    n_vcpus: wholeNumber(form.n_vcpus),
    mem_gib: wholeNumber(form.mem_gib),
    disk_size_gib: wholeNumber(form.disk_size_gib),
    n_gpus: null,
    gpu_model: null,
  })
  const what = form.resource_type === 'vm' ? 'Virtual machine' : flavorInfo(form.flavor).label
  const tier = form.cpu_tier === 'high-performance' ? tierLabel(form.cpu_tier) : null
  return [what, size, tier, gpuLabel(form.gpu_model)]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}
