import type { CpuTier } from '#contract/vocabulary.ts'

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

/** Hourly rates in nano-dollars per unit: one vCPU, one GiB of memory, one GiB of disk. Inventions: see DIFFERENCES.md. */
export const tierRates: Readonly<Record<CpuTier, { vcpu: number; ram: number; storage: number }>> = {
  'general-purpose': { vcpu: 5_000_000, ram: 5_000_000, storage: 100_000 },
  'high-performance': { vcpu: 15_000_000, ram: 5_000_000, storage: 100_000 },
}

/** Hourly rates in nano-dollars per GPU. */
export const gpuRates: Readonly<Record<GpuModel, number>> = {
  'RTX 4090': 350_000_000,
  'RTX 5090': 550_000_000,
  'RTX PRO 6000 Blackwell': 1_200_000_000,
}

/** The surcharge of Sentieon in the live dialect, in nano-dollars an hour while running. */
export const sentieonRate = 250_000_000

/** A rate as the wire tells it, in dollars. */
export const dollars = (nano: number): number => nano / 1e9
