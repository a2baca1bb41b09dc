import type { Instance } from '#contract/instance.ts'

import { gpuLabel } from '../instance/gpus.ts'
import { tierKey } from '../pricing/rates.ts'

type Copied = Pick<
  Instance,
  'resource_type' | 'flavor' | 'cpu_tier' | 'n_vcpus' | 'mem_gib' | 'disk_size_gib' | 'n_gpus' | 'gpu_model'
>

/**
 * The query string of the create page that asks for one more like this instance, for `paths.create`. It speaks of what was chosen when
 * it was made and has no name, which can be used only once. What the service did not tell is left to the page's own defaults.
 */
export const duplicateSearch = (instance: Copied): string => {
  const { resource_type: type, n_gpus: gpus, gpu_model: gpu } = instance
  const tier = tierKey(instance.cpu_tier)
  const values = {
    resource_type: type,
    // The live service calls the plain machine "vm"; the API page knows a single flavor for virtual machines.
    flavor: type === 'vm' ? 'base' : instance.flavor,
    n_vcpus: instance.n_vcpus,
    mem_gib: instance.mem_gib,
    disk_size_gib: instance.disk_size_gib,
    cpu_tier: tier === '' ? null : tier,
    gpu_model: gpus === 0 || type === 'vm' ? null : gpuLabel(gpu),
  }
  const search = new URLSearchParams()
  for (const [field, value] of Object.entries(values)) if (value !== null) search.set(field, String(value))
  return search.toString()
}
