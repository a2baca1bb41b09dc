/** The GPUs of the sandbox: the page's short name, the long name and the slug of the live service. */
export const gpus = {
  'RTX 4090': { long: 'NVIDIA GeForce RTX 4090', slug: 'rtx-4090' },
  'RTX 5090': { long: 'NVIDIA GeForce RTX 5090', slug: 'rtx-5090' },
  'RTX PRO 6000 Blackwell': { long: 'NVIDIA RTX PRO 6000 Blackwell', slug: 'pro-6000-blackwell' },
} as const

export const gpuModels = ['RTX 4090', 'RTX 5090', 'RTX PRO 6000 Blackwell'] as const
export type GpuModel = (typeof gpuModels)[number]

/** The model that a create body asks for, by its short or its long name; null where there is no such GPU. */
export const gpuNamed = (name: string): GpuModel | null =>
  gpuModels.find((model) => model === name || gpus[model].long === name) ?? null
