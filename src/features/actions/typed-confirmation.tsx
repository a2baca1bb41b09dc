import { useId } from 'react'

import { TextInput } from '#ui/text-input.tsx'

interface TypedConfirmationProps {
  /** What is to be typed, for its accessible name: "Instance name". */
  what: string
  /** Exactly what is to be typed. */
  wanted: string
  value: string
  onValueChange: (value: string) => void
  isNumber?: boolean
}

/** A field in which something has to be typed before what cannot be taken back. */
export const TypedConfirmation = ({
  what,
  wanted,
  value,
  onValueChange,
  isNumber = false,
}: TypedConfirmationProps) => {
  const id = useId()
  return (
    <div className="mt-0.5 grid gap-1.5">
      <label htmlFor={id} className="text-secondary">
        <span className="sr-only">{what}: </span>Type{' '}
        <strong translate="no" className="font-semibold wrap-anywhere select-all">
          {wanted}
        </strong>
      </label>
      <TextInput
        id={id}
        mono={!isNumber}
        inputMode={isNumber ? 'numeric' : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value)}
      />
    </div>
  )
}
