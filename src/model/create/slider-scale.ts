import { type SizeField, sizeLimits } from '#contract/vocabulary.ts'

/**
 * The marks that a size's slider snaps to, both limits included: powers of two, and for disks the steps of 1, 2 and 5. Each is about
 * twice the one before, so equal distances on the slider are a logarithmic scale.
 */
export const sliderTicks: Readonly<Record<SizeField, readonly number[]>> = {
  n_vcpus: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  mem_gib: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
  disk_size_gib: [10, 20, 50, 100, 200, 500, 1000, 2000],
}

/** Where a number lies on the slider of its field, from 0 (the smallest) to 1 (the largest); between two marks by its logarithm. */
export const sliderPosition = (field: SizeField, value: number): number => {
  const ticks = sliderTicks[field]
  const { min, max } = sizeLimits[field]
  const size = Math.min(max, Math.max(min, value))
  const index = ticks.findLastIndex((tick) => tick <= size)
  const low = ticks[index] ?? min
  const high = ticks[index + 1]
  const part = high === undefined ? 0 : Math.log(size / low) / Math.log(high / low)
  return (index + part) / (ticks.length - 1)
}

/** The mark that lies nearest to a number on the slider, by its place in `sliderTicks`. */
export const nearestTick = (field: SizeField, value: number): number =>
  Math.round(sliderPosition(field, value) * (sliderTicks[field].length - 1))

/** The next mark above a number (`step` 1) or below it (−1); the last one stays where it is. */
export const nextTick = (field: SizeField, value: number, step: 1 | -1): number => {
  const ticks = sliderTicks[field]
  const { min, max } = sizeLimits[field]
  const next = step === 1 ? ticks.find((tick) => tick > value) : ticks.findLast((tick) => tick < value)
  return next ?? (step === 1 ? max : min)
}
