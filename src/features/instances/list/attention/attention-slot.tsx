import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { attentionRoom } from '#storage/attention-room.ts'
import { stateInfo } from '#model/states.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

import { AttentionSpace } from './attention-space.tsx'
import { firstFindings } from './frame.ts'

// The fleet does without it where it cannot be fetched; its room stays, since it comes when the next try succeeds.
const Space = ({ firstRows }: { firstRows: number }) => <AttentionSpace rows={firstRows} />
const Attention = lazyPart(() => import('./attention.tsx'), {
  failed: 'silent',
  fallback: Space,
})

/** How many findings to keep room for: as many as last time, and one for each instance that is in error since. */
export const useFirstRows = (instances: readonly Instance[]): number => {
  const { connectionId } = useApi()
  const [rows] = useState(() => {
    const { findings, errors } = attentionRoom.of(connectionId).read() ?? { findings: 0, errors: 0 }
    const failed = instances.filter(({ state }) => stateInfo(state).kind === 'error').length
    return Math.min(firstFindings, findings + Math.max(0, failed - errors))
  })
  return rows
}

interface AttentionSlotProps {
  instances: readonly Instance[]
}

/** The place of Attention above the table: it is fetched after the first rows, and its room is kept, so that nothing shifts. */
export const AttentionSlot = ({ instances }: AttentionSlotProps) => {
  const rows = useFirstRows(instances)
  return <Attention instances={instances} firstRows={rows} />
}
