import type { Instance } from '#contract/instance.ts'
import { paths } from '#model/paths.ts'

/** The create form filled from an instance, without its name and its secrets. */
export const createLike = ({
  resource_type,
  flavor,
  cpu_tier,
  n_vcpus,
  mem_gib,
  disk_size_gib,
  gpu_model,
}: Instance): string => {
  const fields = { resource_type, flavor, cpu_tier, n_vcpus, mem_gib, disk_size_gib, gpu_model }
  const given = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, `${value}`]]))
  return paths.create(new URLSearchParams(given).toString())
}
