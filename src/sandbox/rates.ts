import type { CpuTier } from '#contract/vocabulary.ts'

import type { GpuModel } from './gpus.ts'

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
