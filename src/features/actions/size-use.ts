import type { Instance } from '#contract/instance.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { formatGib, formatPercent } from '#lib/format.ts'
import { wholeNumber } from '#lib/typed.ts'
import type { ResizeForm } from '#model/instance/resize.ts'
import type { UsageSummary } from '#model/usage/usage.ts'

import type { Fit } from './use-gauge.tsx'

/** What is in use of a part of the size, in the unit of its field, and what is said of it beside the size that is typed. */
export interface SizeUse {
  now: number | null
  peak: number | null
  fit: Fit
  /** Null where nothing is known. */
  said: string | null
}

/** What is in use now and the peak, which is left out where it reads the same. */
const inWords = (
  now: string | null,
  peak: string | null,
  words: { now: string; peak: string },
): string | null => {
  const parts = [
    ...(now === null ? [] : [`${now} ${words.now}`]),
    ...(peak === null || peak === now ? [] : [`peak ${peak}${words.peak}`]),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

const written = (value: number | null, write: (value: number) => string): string | null =>
  value === null ? null : write(value)

const vcpuUse = ({ n_vcpus: vcpus }: Instance, { cpu: { now, peak } }: UsageSummary): SizeUse => {
  const inVcpus = (percent: number | null) =>
    percent === null || vcpus === null ? null : (percent / 100) * vcpus
  const write = (percent: number | null) => written(percent, formatPercent)
  return {
    now: inVcpus(now),
    peak: inVcpus(peak),
    fit: 'fits',
    said: inWords(write(now), write(peak), { now: 'used now', peak: ' in the last hour' }),
  }
}

const memoryUse = (next: number | null, { memory: { now, peak } }: UsageSummary): SizeUse => {
  const isUnder = (used: number | null): used is number => used !== null && next !== null && next < used
  if (isUnder(now))
    return { now, peak, fit: 'short', said: `${formatGib(now)} in use: what runs may be killed` }
  if (isUnder(peak)) return { now, peak, fit: 'short', said: `peak ${formatGib(peak)}: it may run short` }
  const write = (gib: number | null) => written(gib, formatGib)
  return { now, peak, fit: 'fits', said: inWords(write(now), write(peak), { now: 'in use', peak: '' }) }
}

const diskUse = (next: number | null, { disk: { now } }: UsageSummary): SizeUse => {
  if (now === null) return { now, peak: null, fit: 'fits', said: null }
  const used = `${formatGib(now)} in use`
  return next !== null && next < now
    ? { now, peak: null, fit: 'loses', said: `${used}: ${formatGib(now - next)} will not fit` }
    : { now, peak: null, fit: 'fits', said: used }
}

/**
 * How a size as typed stands to what is in use: memory below it may end what runs, and a disk below it does not hold what is on it. The
 * use of vCPUs is in vCPUs, of memory and disk in GiB.
 */
export const sizeUse = (
  form: ResizeForm,
  instance: Instance,
  summary: UsageSummary,
): Record<SizeField, SizeUse> => ({
  n_vcpus: vcpuUse(instance, summary),
  mem_gib: memoryUse(wholeNumber(form.mem_gib), summary),
  disk_size_gib: diskUse(wholeNumber(form.disk_size_gib), summary),
})
