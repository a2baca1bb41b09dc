import { type DragEvent, useRef, useState } from 'react'

import { TextAreaField } from '../inputs/text-area-field.tsx'
import { publicKeyProblem } from '#model/create/public-key.ts'
import { Button } from '#ui/button.tsx'

import type { CreateControl } from '../create-control.ts'
import { fieldLabels } from '../fields.ts'
import { keyLabel, usedKeys } from '../used-keys.ts'

/** No public key is longer; what is, is another file. Bytes. */
const maxFile = 16_384

interface PublicKeyFieldProps {
  control: CreateControl
  onCheck: (field: 'public_key') => void
  onKey: (key: string) => void
  onRefused: (problem: string) => void
}

/** The SSH public key: pasted, dropped or chosen as a file, or one used before. A private key never gets into the form by a file. */
export const PublicKeyField = ({ control, onCheck, onKey, onRefused }: PublicKeyFieldProps) => {
  const [isOver, setOver] = useState(false)
  const [known] = useState(usedKeys)
  const picker = useRef<HTMLInputElement>(null)

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const text = file.size > maxFile ? '' : (await file.text()).trim()
    const problem =
      text === '' ? `${file.name} holds no public key: choose the .pub file.` : publicKeyProblem(text)
    if (problem === null) onKey(text)
    else onRefused(problem)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  return (
    <div
      className="relative grid gap-2"
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
    >
      {isOver && (
        <p className="pointer-events-none absolute -inset-2 z-10 grid place-items-center rounded-panel border-2 border-dashed border-accent bg-accent-soft font-medium text-accent">
          Drop the .pub file to use its key
        </p>
      )}
      <TextAreaField
        control={control}
        name="public_key"
        label={fieldLabels.public_key}
        optional
        onValueChange={() => onCheck('public_key')}
        area={{
          mono: true,
          spellCheck: false,
          autoCapitalize: 'none',
          autoComplete: 'off',
          placeholder: 'ssh-ed25519 AAAA… or drop a .pub file',
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => picker.current?.click()}>
          Choose a .pub file…
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".pub,text/plain"
          tabIndex={-1}
          aria-hidden
          className="hidden"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
        {known.map((key) => (
          <Button
            key={key}
            size="sm"
            variant="ghost"
            aria-label={`Use key ${keyLabel(key)}`}
            onClick={() => onKey(key)}
          >
            <span className="max-w-48 truncate">{keyLabel(key)}</span>
          </Button>
        ))}
      </div>
    </div>
  )
}
