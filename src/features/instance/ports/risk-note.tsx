import { CommandBlock } from '#features/actions/api-call.tsx'
import type { Instance } from '#contract/instance.ts'
import { portInfo, tunnelCommand } from './ports.ts'

/** Before a port is opened that should not face the internet: why not, and the SSH tunnel that does without. */
export const RiskNote = ({ instance, port }: { instance: Instance; port: number }) => {
  const { risky } = portInfo(port)
  if (risky === null) return null
  const tunnel = tunnelCommand(instance, port)
  return (
    <div className="rounded-card border border-lamp/45 bg-lamp-soft p-3 text-secondary">
      <p className="text-lamp-ink">{risky}</p>
      {tunnel !== null && (
        <div className="mt-2">
          <CommandBlock command={tunnel} what="SSH tunnel command" />
        </div>
      )}
    </div>
  )
}
