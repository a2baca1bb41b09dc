import FileKey from 'lucide-react/icons/file-key'
import KeyRound from 'lucide-react/icons/key-round'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { type ComponentProps, type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import { keyAmong, type KeyFile } from '#model/create/key-files.ts'
import { plainPublicKey, publicKeyProblem } from '#model/create/public-key.ts'
import { flavorInfo } from '#model/instance/flavors.ts'
import { useSession } from '#session/session-context.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'

import { fieldLabels } from '../fields.tsx'
import { type FieldBinding, FormSection, TextField, useField } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { adoptSharedKeys, keyLabel, usedKeys } from '#storage/create.ts'

type TextAreaFieldProps<Values extends FieldValues> = FieldBinding<Values> &
  Omit<ComponentProps<typeof Field>, 'error' | 'children'> & {
    /** How the text area itself looks and behaves. */
    area?: ComponentProps<typeof TextArea>
  }

/** A labelled text of several lines, bound to a form. */
const TextAreaField = <Values extends FieldValues>({
  control,
  name,
  onValueChange,
  area,
  ...frame
}: TextAreaFieldProps<Values>) => {
  const { error, setValue, ...bound } = useField({ control, name, onValueChange })
  return (
    <Field {...frame} error={error}>
      <TextArea {...area} {...bound} onChange={(event) => setValue(event.currentTarget.value)} />
    </Field>
  )
}

/** No public key is longer; what is, is another file. Bytes. */
const maxFile = 16_384

const readFile = async (file: File): Promise<KeyFile> => ({
  name: file.name,
  // A folder has no text.
  text: file.size > maxFile ? '' : await file.text().catch(() => null),
})

/** A file that is dropped beside its place would open in place of the page. Takes those that nobody else has taken. */
const useDroppedFiles = (take: (files: FileList) => void): void => {
  const taken = useEffectEvent(take)
  useEffect(() => {
    const onDrag = (event: globalThis.DragEvent) => {
      const { dataTransfer: data } = event
      if (event.defaultPrevented || data?.types.includes('Files') !== true) return
      event.preventDefault()
      if (event.type === 'drop') taken(data.files)
    }
    const kinds = ['dragover', 'drop'] as const
    for (const kind of kinds) document.addEventListener(kind, onDrag)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, onDrag)
    }
  }, [])
}

interface PublicKeyFieldProps {
  control: CreateControl
  onCheck: (field: 'public_key') => void
  onKey: (key: string) => void
  onRejected: (problem: string) => void
}

/** The SSH public key: pasted, dropped or chosen as a file, or one used before. A private key never gets into the form by a file. */
const PublicKeyField = ({ control, onCheck, onKey, onRejected }: PublicKeyFieldProps) => {
  const [isOver, setOver] = useState(false)
  const { connectionId } = useApi()
  const isOnly = useSession().connections.length === 1
  const [known] = useState(() => {
    if (isOnly) adoptSharedKeys(connectionId)
    return usedKeys(connectionId)
  })
  const chosen = useWatch({ control, name: 'public_key' })
  const picker = useRef<HTMLInputElement>(null)

  const take = async (files: FileList) => {
    const { key, problem } = keyAmong(await Promise.all([...files].map(readFile)))
    if (problem === null) onKey(plainPublicKey(key))
    else onRejected(problem)
  }
  const takeText = (text: string) => {
    const problem = publicKeyProblem(text)
    if (problem !== null) onRejected(problem)
    else if (text.trim() !== '') onKey(plainPublicKey(text))
  }
  const changed = (text: string) => {
    // A key of several lines is put on one, which is how it will be sent.
    if (/\S\s*[\r\n]\s*\S/.test(text) && publicKeyProblem(text) === null) onKey(plainPublicKey(text))
    else onCheck('public_key')
  }
  useDroppedFiles((files) => void take(files))
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  return (
    <div
      className="relative grid min-w-0 content-start gap-2"
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const { files } = event.dataTransfer
        if (files.length > 0) void take(files)
        else takeText(event.dataTransfer.getData('text/plain'))
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
        onValueChange={changed}
        area={{
          mono: true,
          rows: 1,
          className: 'resize-none min-h-[2.125rem]! pointer-coarse:min-h-10!',
          spellCheck: false,
          autoCapitalize: 'none',
          autoComplete: 'off',
          placeholder: 'Paste or drop a .pub file',
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          variant="ghost"
          className="-ml-2"
          icon={<FileKey aria-hidden size={14} />}
          onClick={() => picker.current?.click()}
        >
          Browse…
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".pub,text/plain"
          tabIndex={-1}
          aria-hidden
          className="hidden"
          onChange={({ currentTarget }) => {
            if (currentTarget.files !== null && currentTarget.files.length > 0) void take(currentTarget.files)
            currentTarget.value = ''
          }}
        />
        {known.map((key) => (
          <Button
            key={key}
            size="sm"
            aria-label={`Use key ${keyLabel(key)}`}
            icon={<KeyRound aria-hidden size={13} />}
            className={
              key === plainPublicKey(chosen) ? 'border-accent inset-ring inset-ring-accent' : undefined
            }
            onClick={() => onKey(key)}
          >
            <span className="max-w-48 truncate">{keyLabel(key)}</span>
          </Button>
        ))}
      </div>
    </div>
  )
}

interface AccessSectionProps {
  control: CreateControl
  /** What the instance is called when the field is left empty. */
  spareName: string
  /** Looks at one field at once, rather than when it is left. */
  onCheck: (field: 'name' | 'public_key') => void
  onAnotherName: () => void
  onKey: (key: string) => void
  /** A file that was given as a key and is none. */
  onRejectedKey: (problem: string) => void
}

/** Where it will be reached, in one line that is always there. */
const ReachedAt = ({ control, spareName }: Pick<AccessSectionProps, 'control' | 'spareName'>) => {
  const [type, flavor, name] = useWatch({ control, name: ['resource_type', 'flavor', 'name'] })
  const isVm = type === 'vm'
  const host = name.trim() === '' ? spareName : name.trim()
  return (
    <p className="-mt-1 truncate text-small text-ink-muted">
      {isVm
        ? 'Reached at its own IPv4'
        : flavorInfo(flavor).opens === null
          ? 'Reached over SSH'
          : `${host}.carolinacloud.io`}
    </p>
  )
}

/** How one gets in: the instance's name, and the SSH key that opens it. */
export const AccessSection = ({
  control,
  spareName,
  onCheck,
  onAnotherName,
  onKey,
  onRejectedKey,
}: AccessSectionProps) => (
  <FormSection title="Name and access">
    <div className="grid gap-x-2.5 gap-y-4 @lg:grid-cols-2">
      <div className="grid min-w-0 content-start gap-2">
        <TextField
          control={control}
          name="name"
          label={fieldLabels.name}
          onValueChange={() => onCheck('name')}
          input={{
            placeholder: spareName,
            spellCheck: false,
            autoCapitalize: 'none',
            className: 'pr-1',
            trailing: (
              <Button
                size="sm"
                variant="ghost"
                aria-label="Generate another"
                icon={<RotateCw aria-hidden size={13} />}
                onClick={onAnotherName}
              >
                another
              </Button>
            ),
          }}
        />
        <ReachedAt control={control} spareName={spareName} />
      </div>
      <PublicKeyField control={control} onCheck={onCheck} onKey={onKey} onRejected={onRejectedKey} />
    </div>
  </FormSection>
)
