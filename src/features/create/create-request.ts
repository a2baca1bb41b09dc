import { type CreateForm, toCreateBody } from '#model/create/create-form.ts'
import type { NamedCreate } from '#operations/create.ts'

export const distros = ['ubuntu', 'debian'] as const
export type Distro = (typeof distros)[number]

/**
 * What is sent: always with a name, which makes sending safe to repeat. `distro` is not on the API page; the live service asks
 * for it with virtual machines.
 */
export type CreateRequest = NamedCreate & { distro?: Distro }

/** The request of a sound form. `distro` is null where the service did not ask for one. */
export const createRequest = (form: CreateForm, spareName: string, distro: Distro | null): CreateRequest => {
  const body = toCreateBody(form, spareName)
  return {
    ...body,
    name: body.name ?? spareName,
    ...(distro !== null && form.resource_type === 'vm' ? { distro } : {}),
  }
}
