import * as z from 'zod/mini'

import { createBody, type CreateBody } from '#contract/requests.ts'
import { cpuTiers, createDefaults, pageFlavors, resourceTypes } from '#contract/vocabulary.ts'
import { wholeNumber } from '#lib/typed.ts'

import { createProblems } from './create-problems.ts'
import { presetsFor } from './presets.ts'

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
  const typed = optionalFields.map((field) => [field, chosen[field].trim()] as const)
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
