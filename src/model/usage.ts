import type { Stats } from '#contract/answers.ts'
import { MINUTE } from '#lib/time.ts'

/** One reading of a container. CPU in percent, memory and disk in GiB, null for what was not measured. */
export interface UsageSample {
  at: number
  cpu: number | null
  memUsed: number | null
  memTotal: number | null
  diskUsed: number | null
  diskTotal: number | null
}

export const fromStats = (stats: Stats, at: number): UsageSample => ({
  at,
  cpu: stats.cpu_percent,
  memUsed: stats.mem_used_gib,
  memTotal: stats.mem_total_gib,
  diskUsed: stats.disk_used_gib,
  diskTotal: stats.disk_total_gib,
})

/** Under this CPU percentage a container counts as idle, as the service's own auto-stop has it. */
export const IDLE_CPU = 5
/** How long it must stay there. */
export const IDLE_FOR = 30 * MINUTE
/** Two samples further apart than this leave what was between unknown: the service itself looks every 5 minutes. */
const COVERED = 5 * MINUTE

/**
 * Since when a container has been idle, or null when it is not, or when too little was seen to say. It takes 30 minutes of CPU
 * under 5 % up to now, with no hole of more than 5 minutes. It looks at CPU only: a GPU job can look idle.
 * `samples` are in order of time.
 */
export const idleSince = (samples: readonly UsageSample[], now: number): number | null => {
  let since = now
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index]
    if (sample === undefined || since - sample.at > COVERED) break
    if (sample.cpu !== null) {
      if (sample.cpu >= IDLE_CPU) break
      since = Math.min(since, sample.at)
    }
  }
  return now - since >= IDLE_FOR ? since : null
}
