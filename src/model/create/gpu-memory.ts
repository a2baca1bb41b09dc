import { gpuLabel } from '../instance/gpus.ts'

/** Memory of one GPU (VRAM) in GB, by the short names of the API page. */
const memory: ReadonlyMap<string, number> = new Map([
  ['RTX 4090', 24],
  ['RTX 5090', 32],
  ['RTX PRO 6000 Blackwell', 96],
])

/** The most that a known model has: a bar of full length. */
export const mostGpuMemory = 96

/** How much memory a GPU model has, in GB; null where nobody has told us. */
export const gpuMemory = (model: string): number | null => memory.get(gpuLabel(model) ?? '') ?? null
