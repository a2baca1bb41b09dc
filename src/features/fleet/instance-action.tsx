import Square from 'lucide-react/icons/square'
import type { ReactNode } from 'react'

import type { Instance } from '#contract/instance.ts'
import { useDisabledReasons } from '#features/actions/use-disabled-reasons.ts'
import { type ActionRequest, useAsk } from '#operations/action-requests.ts'
import { Button } from '#ui/button.tsx'

interface InstanceActionProps {
  action: 'stop' | 'delete'
  instance: Instance
  className?: string
  /** What stands on it instead of its word. */
  children?: ReactNode
  onAction: (request: ActionRequest) => void
}

/** Stops or deletes an instance, or says why that is not possible now. */
export const InstanceAction = ({ action, instance, className, children, onAction }: InstanceActionProps) => {
  const disabledReason = useDisabledReasons(instance)
  const word = action === 'stop' ? 'Stop' : 'Delete'
  return (
    <Button
      size="sm"
      variant={action === 'delete' ? 'danger-quiet' : 'default'}
      aria-label={`${word} ${instance.name}`}
      className={className}
      disabledReason={disabledReason(action)}
      onClick={() => onAction({ action, instance })}
    >
      {children ?? `${word}…`}
    </Button>
  )
}

/** What a row offers whose instance idles. */
const StopIdle = ({ instance }: { instance: Instance }) => (
  <InstanceAction
    action="stop"
    instance={instance}
    className="w-16 border-lamp-bar! @max-[40rem]:w-10"
    onAction={useAsk()}
  >
    <span className="@max-[40rem]:hidden">Stop…</span>
    <Square aria-hidden size={12} className="text-lamp-ink @min-[40rem]:hidden" />
  </InstanceAction>
)
export default StopIdle
