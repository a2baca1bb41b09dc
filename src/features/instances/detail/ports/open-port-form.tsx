import { type FormEvent, useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import { useAddPort } from '#api/use-ports.ts'
import { actFailure } from '#features/instances/parts/acts/act-failure.ts'
import type { Instance } from '#contract/instance.ts'
import { portLimits } from '#contract/vocabulary.ts'
import { portInfo, portPresets, portProblem, typedPort } from '#model/ports.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { NumberInput } from '#ui/number-input.tsx'

import { RiskNote } from './risk-note.tsx'

/** What the service said about opening a port: its words for the field, or that the outcome is not known. */
const refusal = (error: ApiError, port: number): string => {
  if (!error.outcomeUnknown) return error.fields['port']?.join(' ') ?? error.message
  const { title, detail } = actFailure(error, {
    notDone: `Port ${port} was not opened`,
    unknown: `whether port ${port} was opened`,
  })
  return `${title} ${detail}`
}

interface OpenPortFormProps {
  instance: Instance
  disabledReason: string | undefined
}

/** Opens a port by number or preset, with a word about those that should not face the internet. */
export const OpenPortForm = ({ instance, disabledReason }: OpenPortFormProps) => {
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const add = useAddPort(instance)
  const open = instance.wan_ports
  const problem = portProblem(typed, open)
  const port = problem === null ? typedPort(typed) : null
  const refused = add.error !== null && add.variables === port ? refusal(add.error, add.variables) : null
  const presets = portPresets.filter((preset) => !open.includes(preset))

  const type = (text: string) => {
    setIsTried(false)
    setTyped(text)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (port === null || add.isPending) return
    add.mutate(port, {
      onSuccess: () => {
        setTyped('')
        setIsTried(false)
      },
    })
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-2.5">
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label="Port"
          error={
            isTried || (typed !== '' && open.map(String).includes(typed.trim())) ? (problem ?? refused) : null
          }
          className="w-44 max-sm:w-full"
        >
          <NumberInput {...portLimits} value={typed} onValueChange={type} />
        </Field>
        <Button
          type="submit"
          size="lg"
          className="mt-[23px] max-sm:mt-0"
          pending={add.isPending}
          disabledReason={disabledReason}
        >
          Open port
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-1.5" role="group" aria-label="Common ports">
        {presets.map((preset) => (
          <Button key={preset} size="sm" onClick={() => type(String(preset))}>
            {preset} {portInfo(preset).service}
          </Button>
        ))}
      </div>
      {port !== null && <RiskNote instance={instance} port={port} />}
    </form>
  )
}
