import * as z from 'zod/mini'

import { createBody, type CreateBody } from '#contract/requests.ts'
import {
  cpuTiers,
  createDefaults,
  pageFlavors,
  resourceTypes,
  type SizeField,
  sizeLimits,
} from '#contract/vocabulary.ts'
import { wholeNumber } from '#lib/typed.ts'

import { nameProblem } from '../instance/names.ts'
import { sizeProblem } from '../instance/resize.ts'
import { presetsFor } from './presets.ts'
import { plainPublicKey, publicKeyProblem } from './public-key.ts'

/** The typed fields of the create form that can be wrong. */
type TypedField =
  | SizeField
  | 'name'
  | 'public_key'
  | 'aws_endpoint_url'
  | 'aws_access_key_id'
  | 'aws_secret_access_key'
  | 'aws_prefill_bucket'

interface FieldProblem {
  field: TypedField
  message: string
}

type Typed = Readonly<Record<TypedField, string>>

const access = [
  ['aws_endpoint_url', 'the endpoint URL'],
  ['aws_access_key_id', 'the access key ID'],
  ['aws_secret_access_key', 'the secret access key'],
] as const

/** Whether it is an address of http or https. */
export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** S3 works with endpoint, key ID and secret together; the bucket path needs all three. */
const s3Problems = (form: Typed): FieldProblem[] => {
  const isGiven = (field: TypedField): boolean => form[field].trim() !== ''
  const missing = access.filter(([field]) => !isGiven(field))
  const isUsed = missing.length < access.length || isGiven('aws_prefill_bucket')
  const problems: FieldProblem[] = isUsed
    ? missing.map(([field, what]) => ({
        field,
        message: `S3 needs ${what} too: give all of endpoint, key ID and secret, or none.`,
      }))
    : []
  if (isGiven('aws_endpoint_url') && !isWebAddress(form.aws_endpoint_url.trim()))
    problems.push({
      field: 'aws_endpoint_url',
      message: 'An endpoint URL starts with https://, such as https://s3.us-east-1.amazonaws.com.',
    })
  if (/^s3:/i.test(form.aws_prefill_bucket.trim()))
    problems.push({
      field: 'aws_prefill_bucket',
      message: 'Leave out “s3://”: the path is bucket/folder, such as your-bucket/experiments.',
    })
  return problems
}

/** Everything that is wrong with what was typed, field by field, each with a sentence for people. */
const createProblems = (form: Typed): FieldProblem[] => {
  const sizes = (['n_vcpus', 'mem_gib', 'disk_size_gib'] as const).map(
    (field) => [field, sizeProblem(field, form[field], sizeLimits[field])] as const,
  )
  const name = form.name.trim()
  const singles = [
    ...sizes,
    ['name', name === '' ? null : nameProblem(name)] as const,
    ['public_key', publicKeyProblem(form.public_key)] as const,
  ]
  return [
    ...singles.flatMap(([field, message]) => (message === null ? [] : [{ field, message }])),
    ...s3Problems(form),
  ]
}

/** What the create form holds: everything as typed, so that nothing typed is lost when a choice rules a field out. */
export const createFormSchema = z
  .object({
    resource_type: z.enum(resourceTypes),
    flavor: z.enum(pageFlavors),
    n_vcpus: z.string(),
    mem_gib: z.string(),
    disk_size_gib: z.string(),
    cpu_tier: z.enum(cpuTiers),
    /** A short model name (`gpuModels`), or "" for none. */
    gpu_model: z.string(),
    name: z.string(),
    public_key: z.string(),
    aws_endpoint_url: z.string(),
    aws_access_key_id: z.string(),
    aws_secret_access_key: z.string(),
    aws_prefill_bucket: z.string(),
    anthropic_api_key: z.string(),
  })
  .check((context) => {
    for (const { field, message } of createProblems(context.value))
      context.issues.push({ code: 'custom', path: [field], message, input: context.value })
  })
export type CreateForm = z.output<typeof createFormSchema>

const [small] = presetsFor(createDefaults.flavor)

/** The form as it opens, with the service's own defaults. */
export const emptyCreateForm: CreateForm = {
  resource_type: 'container',
  flavor: createDefaults.flavor,
  n_vcpus: String(small.n_vcpus),
  mem_gib: String(small.mem_gib),
  disk_size_gib: String(small.disk_size_gib),
  cpu_tier: createDefaults.cpu_tier,
  gpu_model: '',
  name: '',
  public_key: '',
  aws_endpoint_url: '',
  aws_access_key_id: '',
  aws_secret_access_key: '',
  aws_prefill_bucket: '',
  anthropic_api_key: '',
}

/** What of the form counts: a virtual machine has the base flavor and no GPU (API page, flavor table and `gpu_model`). */
export const effectiveForm = (form: CreateForm): CreateForm =>
  form.resource_type === 'vm' ? { ...form, flavor: createDefaults.flavor, gpu_model: '' } : form

/** The form without what only looks typed: spaces around a value, thousands set off in a number. What is no number stays. */
export const tidied = (form: CreateForm): CreateForm => {
  const tidy = (text: string) => text.trim()
  const size = (text: string) => String(wholeNumber(text) ?? tidy(text))
  return {
    ...form,
    n_vcpus: size(form.n_vcpus),
    mem_gib: size(form.mem_gib),
    disk_size_gib: size(form.disk_size_gib),
    gpu_model: tidy(form.gpu_model),
    name: tidy(form.name),
    public_key: tidy(form.public_key),
    aws_endpoint_url: tidy(form.aws_endpoint_url),
    aws_access_key_id: tidy(form.aws_access_key_id),
    aws_prefill_bucket: tidy(form.aws_prefill_bucket),
  }
}

const optionalFields = [
  'public_key',
  'aws_endpoint_url',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_prefill_bucket',
  'anthropic_api_key',
] as const

/**
 * The body to send for a form that `createFormSchema` finds sound. An empty name takes `spareName`, since a name makes creating
 * safe to repeat: names are unique, so the same body cannot start a second bill. Throws on an unsound form.
 */
export const toCreateBody = (form: CreateForm, spareName: string): CreateBody => {
  const { name, n_vcpus, mem_gib, disk_size_gib, gpu_model, ...chosen } = effectiveForm(form)
  const typed = optionalFields.map(
    (field) =>
      [field, field === 'public_key' ? plainPublicKey(chosen[field]) : chosen[field].trim()] as const,
  )
  return z.parse(createBody, {
    resource_type: chosen.resource_type,
    flavor: chosen.flavor,
    cpu_tier: chosen.cpu_tier,
    n_vcpus: wholeNumber(n_vcpus),
    mem_gib: wholeNumber(mem_gib),
    disk_size_gib: wholeNumber(disk_size_gib),
    name: name.trim() === '' ? spareName : name.trim(),
    ...(gpu_model.trim() === '' ? {} : { gpu_model: gpu_model.trim() }),
    ...Object.fromEntries(typed.filter(([, value]) => value !== '')),
  })
}
