import { useState } from 'react'

import type { ActionRequest } from '#operations/action-requests.ts'
import type { BulkRun } from '#operations/operation.ts'

import { BulkAsk } from './bulk-ask.tsx'
import { BulkProgress } from './bulk-progress.tsx'

interface BulkDialogProps {
  request: Extract<ActionRequest, { action: 'bulk' | 'bulkRun' }>
  onClose: () => void
}

/** Asks before an action on several instances, then reports on each of them. */
const BulkDialog = ({ request, onClose }: BulkDialogProps) => {
  const [started, setStarted] = useState<{ from: ActionRequest; run: BulkRun } | null>(null)
  const run = started?.from === request ? started.run : request.action === 'bulkRun' ? request.run : null
  const onRun = (next: BulkRun) => setStarted({ from: request, run: next })
  return run === null && request.action === 'bulk' ? (
    <BulkAsk bulk={request.bulk} instances={request.instances} onRun={onRun} onClose={onClose} />
  ) : (
    run !== null && <BulkProgress bulk={request.bulk} run={run} onRun={onRun} onClose={onClose} />
  )
}
export default BulkDialog
