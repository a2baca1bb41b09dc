import * as z from 'zod/mini'

import { sizeLimits, type SizeField } from '#contract/vocabulary.ts'
import {
  createFormSchema,
  type CreateForm,
  effectiveForm,
  emptyCreateForm,
  isWebAddress,
} from '#model/create/create-form.ts'
import { nameProblem } from '#model/instance/names.ts'
import { presetsFor } from '#model/create/presets.ts'
import { publicKeyProblem } from '#model/create/public-key.ts'
import { draftFromSearch, type LinkedIdentity } from '#model/create/recipe.ts'
import { sizeProblem } from '#model/instance/resize.ts'
import type { CreateDefaults } from '#storage/create.ts'

import type { Draft } from './draft-store.ts'

/** How the form opens, and what there is to say about it. */
export interface Start {
  form: CreateForm
  /** The size was given by somebody, so it does not follow the environment. */
  isSizeGiven: boolean
  /** The form is as it was left in this tab. */
  isRestored: boolean
  /** What the address says of keys and stores, as far as it can be used: it is filled in when someone asks for it. */
  identity: LinkedIdentity
  /** Fields whose value in the address cannot be used. */
  ignored: string[]
}

/** Part of a form, as it comes out of an address or a store. */
type Given = { [Field in keyof CreateForm]?: CreateForm[Field] | undefined }

const formSchema = z.object(createFormSchema.shape)

/** The form with what is given put over it. */
const overlay = (form: CreateForm, given: Given): CreateForm => z.parse(formSchema, { ...form, ...given })

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const satisfies SizeField[]

/** The smallest ready size for what the form makes, as text. */
export const firstSize = (form: CreateForm): Record<SizeField, string> => {
  const [small] = presetsFor(effectiveForm(form).flavor)
  return {
    n_vcpus: String(small.n_vcpus),
    mem_gib: String(small.mem_gib),
    disk_size_gib: String(small.disk_size_gib),
  }
}

/** Fields of an address that hold something no form could be sent with. */
const unusable = (given: Given): (keyof CreateForm)[] => {
  const { name, public_key: key, aws_endpoint_url: endpoint = '' } = given
  const problems = [
    ...sizeFields.map((field) => {
      const typed = given[field]
      return [field, typed === undefined ? null : sizeProblem(field, typed, sizeLimits[field])] as const
    }),
    ['name', name === undefined || name === '' ? null : nameProblem(name)] as const,
    ['public_key', key === undefined ? null : publicKeyProblem(key)] as const,
    ['aws_endpoint_url', endpoint === '' || isWebAddress(endpoint.trim()) ? null : 'no endpoint'] as const,
  ]
  return problems.flatMap(([field, problem]) => (problem === null ? [] : [field]))
}

const without = (given: Given, fields: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([field]) => !fields.includes(field)))

/** The form as begun from its query string: values that make no sense fall back, and are named. */
const fromSearch = (search: URLSearchParams, spareName: string): Start => {
  const { draft, identity, ignored } = draftFromSearch(search)
  const unused = unusable({ ...draft, ...identity })
  const given = without(draft, unused)
  const chosen = overlay({ ...emptyCreateForm, name: spareName }, given)
  return {
    form: overlay({ ...chosen, ...firstSize(chosen) }, given),
    isSizeGiven: sizeFields.some((field) => given[field] !== undefined),
    isRestored: false,
    identity: without(identity, unused),
    ignored: [...ignored, ...unused],
  }
}

/**
 * The form as begun with the user's own defaults, as far as they still make sense. The S3 endpoint is not among what is filled in: alone
 * it would make the form ask for the rest of S3.
 */
const fromDefaults = (begun: Start, defaults: CreateDefaults): Start => {
  const { aws_endpoint_url: _later, ...filled } = defaults
  const given = without(filled, unusable(filled))
  return {
    ...begun,
    form: overlay(begun.form, given),
    isSizeGiven: sizeFields.some((field) => given[field] !== undefined),
  }
}

/**
 * The form as it opens: what was typed before in this tab, unless a link asks for something else; else what the link says; else
 * the user's own defaults; else the service's. `spareName` is a fresh name.
 */
export const startOf = (
  search: URLSearchParams,
  draft: Draft | null,
  spareName: string,
  defaults: CreateDefaults | null = null,
): Start => {
  const begun = fromSearch(search, spareName)
  const isSame = draft !== null && (search.size === 0 || search.toString() === draft.search)
  if (!isSame) return search.size === 0 && defaults !== null ? fromDefaults(begun, defaults) : begun
  const form = overlay(begun.form, draft.form)
  const held = new Map<string, string>(Object.entries(form))
  const taken = Object.entries(begun.identity).filter(([field, value]) => held.get(field) === value)
  const identity = without(
    begun.identity,
    taken.map(([field]) => field),
  )
  return { ...begun, form, identity, isSizeGiven: true, isRestored: true, ignored: [] }
}
