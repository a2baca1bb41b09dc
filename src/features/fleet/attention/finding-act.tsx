import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import type { Finding } from '#model/usage/findings.ts'
import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button-class.ts'
import { useRefusals } from '#features/actions/use-refusals.ts'
import type { ActionRequest } from '#operations/action-requests.ts'
import { Button } from '#ui/button.tsx'

interface InstanceActProps {
  act: 'stop' | 'delete'
  instance: Instance
  onAct: (request: ActionRequest) => void
}

const InstanceAct = ({ act, instance, onAct }: InstanceActProps) => {
  const refusal = useRefusals(instance)
  const word = act === 'stop' ? 'Stop' : 'Delete'
  return (
    <Button
      size="sm"
      variant={act === 'delete' ? 'danger-quiet' : 'default'}
      aria-label={`${word} ${instance.name}`}
      disabledReason={refusal(act)}
      onClick={() => onAct({ action: act, instance })}
    >
      {word}…
    </Button>
  )
}

interface FindingActProps {
  act: Finding['act']
  /** Null for a finding about the account. */
  instance: Instance | null
  onAct: (request: ActionRequest) => void
}

/** The one act that answers a finding. */
export const FindingAct = ({ act, instance, onAct }: FindingActProps) => {
  if (instance === null)
    return (
      <Link to={paths.costs()} aria-label="Review budget" className={buttonClass({ size: 'sm' })}>
        Review
      </Link>
    )
  if (act === 'stop' || act === 'delete') return <InstanceAct act={act} instance={instance} onAct={onAct} />
  return (
    <Link
      to={paths.instance(instance)}
      aria-label={`Open ${instance.name}`}
      className={buttonClass({ size: 'sm' })}
    >
      Open
    </Link>
  )
}
