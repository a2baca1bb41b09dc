import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type FormEvent, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { portLimits } from '#contract/vocabulary.ts'
import { CommandBlock } from '#features/actions/api-call.tsx'
import { tunnelCommand } from '#model/instance/connect.ts'
import { failureText } from '#operations/failure-text.ts'
import { useAddPort } from '#operations/hooks.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { portInfo, portPresets, portProblem, typedPort } from './ports.ts'

/** Why a port should not face the internet, and the SSH tunnel that does without. */
const RiskNote = ({ instance, port, risk }: { instance: Instance; port: number; risk: string }) => {
  const tunnel = tunnelCommand(instance, port)
  return (
    <div className="flex gap-3 text-secondary">
      <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-bad-ink" />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-semibold text-bad-ink">{risk}</span>{' '}
          {tunnel !== null && <span className="text-ink-muted">A tunnel is safer:</span>}
        </p>
        {tunnel !== null && (
          <div className="mt-1.5 [&>div]:bg-surface">
            <CommandBlock command={tunnel} what="SSH tunnel command" />
          </div>
        )}
      </div>
    </div>
  )
}

/** What the service said about opening this port: its words for the field, or that the outcome is not known. */
const errorOf = (operation: Operation | undefined, port: number | null): string | null => {
  if (operation === undefined || !('port' in operation.request) || operation.request.port !== port)
    return null
  const { status, error } = operation
  if (status === 'rejected' && error !== null) return error.fields['port']?.join(' ') ?? error.message
  const failure = failureText(operation)
  return failure === null ? null : `${failure.title} ${failure.detail}`
}

const portOf = ({ request }: Operation): number | null => ('port' in request ? request.port : null)

interface OpenPortFormProps {
  instance: Instance
  disabledReason: string | undefined
}

/** Opens a port by number or preset, with a word about those that should not face the internet. */
export const OpenPortForm = ({ instance, disabledReason }: OpenPortFormProps) => {
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const { run, operation, isPending } = useAddPort(instance)
  const open = instance.wan_ports
  const problem = portProblem(typed, open)
  const port = problem === null ? typedPort(typed) : null
  const rejected = errorOf(operation, port)
  const presets = portPresets.filter((preset) => !open.includes(preset))

  const type = (text: string) => {
    setIsTried(false)
    setTyped(text)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // The second press of a double click asks for nothing new.
    const isDone = operation !== undefined && wasAccepted(operation)
    if (isPending || (isDone && (typed === '' || port === portOf(operation)))) return
    setIsTried(true)
    if (port === null) return
    if (!wasAccepted(await run(port))) return
    // Whatever was typed meanwhile stays.
    setTyped((now) => (typedPort(now) === port ? '' : now))
    setIsTried(false)
  }

  const risk = port === null ? null : portInfo(port).risky
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className="flex items-start gap-2 border-t border-line px-4 py-2.5">
        <Field
          label="Port"
          hideLabel
          error={
            isTried || (typed !== '' && open.map(String).includes(typed.trim()))
              ? (problem ?? rejected)
              : null
          }
          className="w-44"
        >
          <NumberInput {...portLimits} placeholder="Port" value={typed} onValueChange={type} />
        </Field>
        <Button
          type="submit"
          size="lg"
          className={risk === null ? undefined : 'text-bad-ink'}
          pending={isPending}
          disabledReason={disabledReason}
        >
          Open port
        </Button>
      </div>
      {/* Of one height, whatever stands in it. */}
      <div
        className={`min-h-24 rounded-b-panel border-t border-line px-4 py-3 ${risk === null ? '' : 'bg-bad-soft'}`}
      >
        {risk !== null && port !== null ? (
          <RiskNote instance={instance} port={port} risk={risk} />
        ) : (
          <div className="flex flex-wrap items-center gap-1.5" role="group" aria-label="Common ports">
            {presets.map((preset) => (
              <Button key={preset} size="sm" onClick={() => type(String(preset))}>
                {preset} {portInfo(preset).service}
              </Button>
            ))}
          </div>
        )}
      </div>
    </form>
  )
}
