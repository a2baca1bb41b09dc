import type { Instance } from '#contract/instance.ts'
import type { CreateBody } from '#contract/requests.ts'
import { type CreateForm, toCreateBody } from '#model/create-form.ts'

export const distros = ['ubuntu', 'debian'] as const
export type Distro = (typeof distros)[number]

/**
 * What is sent: always with a name, which makes sending safe to repeat. `distro` is not on the API page; the live service asks
 * for it with virtual machines.
 */
export type CreateRequest = CreateBody & { name: string; distro?: Distro }

/** The request of a sound form. `distro` is null where the service did not ask for one. */
export const createRequest = (form: CreateForm, spareName: string, distro: Distro | null): CreateRequest => {
  const body = toCreateBody(form, spareName)
  return {
    ...body,
    name: body.name ?? spareName,
    ...(distro !== null && form.resource_type === 'vm' ? { distro } : {}),
  }
}

/** Whether an instance is what the request asked for, as far as both tell: one that only has the same name is somebody else's. */
export const isMadeBy = (request: CreateRequest, instance: Instance): boolean =>
  instance.name === request.name &&
  instance.resource_type === request.resource_type &&
  instance.n_vcpus === request.n_vcpus &&
  instance.mem_gib === request.mem_gib &&
  instance.disk_size_gib === request.disk_size_gib
