import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import { useDeleteInstance } from '#api/use-delete-instance.ts'
import { useRestartInstance, useStopInstance } from '#api/use-power.ts'
import type { Instance } from '#contract/instance.ts'
import { createGate } from '#lib/gate.ts'
import type { BulkAct } from '#model/bulk.ts'

/** How it stands with one instance of a bulk act; a failure comes with its sentence. */
export type Progress = 'waiting' | 'done' | { failed: string }

const atOnce = 4

const isFailure = (error: unknown): error is ApiError => error instanceof Error && 'outcomeUnknown' in error

const sentence = (error: unknown): string => {
  if (!isFailure(error)) return 'It failed.'
  return error.outcomeUnknown ? `${error.message} It is not known whether it was done.` : error.message
}

/** Carries an act out on many instances, a few at a time. One failure stops nothing else; nothing is sent twice. */
export const useBulkRun = (act: BulkAct) => {
  const acts = { stop: useStopInstance(), restart: useRestartInstance(), delete: useDeleteInstance() }
  const { mutateAsync } = acts[act]
  const [progress, setProgress] = useState<ReadonlyMap<string, Progress> | null>(null)

  const run = async (instances: readonly Instance[]) => {
    const gate = createGate(atOnce)
    const report = (uuid: string, how: Progress) => {
      setProgress((before) => new Map(before).set(uuid, how))
    }
    setProgress(new Map(instances.map(({ uuid }) => [uuid, 'waiting'])))
    await Promise.all(
      instances.map((instance) =>
        gate(async () => {
          try {
            await mutateAsync(instance)
            report(instance.uuid, 'done')
          } catch (error) {
            report(instance.uuid, { failed: sentence(error) })
          }
        }),
      ),
    )
  }
  return { progress, run }
}
