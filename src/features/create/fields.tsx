import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useId } from 'react'
import { type FieldPath, type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form'

import type { ApiError } from '#api/api-error.ts'
import { LOCALE } from '#lib/format.ts'
import type { CreateForm } from '#model/create/create-form.ts'

import type { CreateControl } from './use-create-form.ts'

/** The fields in the order of the page, by the names that people see. */
export const fieldLabels = {
  resource_type: 'Type',
  flavor: 'Environment',
  n_vcpus: 'vCPUs',
  mem_gib: 'Memory (GiB)',
  disk_size_gib: 'Disk (GiB)',
  cpu_tier: 'CPU tier',
  gpu_model: 'GPU model',
  name: 'Name',
  public_key: 'SSH public key',
  aws_endpoint_url: 'S3 endpoint URL',
  aws_prefill_bucket: 'S3 bucket path',
  aws_access_key_id: 'S3 access key ID',
  aws_secret_access_key: 'S3 secret access key',
  anthropic_api_key: 'Anthropic API key',
} as const satisfies Record<keyof CreateForm, string>

/** Fields that some services have beside those of the API page. */
const others = new Map([['distro', 'Distribution']])

const isField = (field: string): field is keyof CreateForm => Object.hasOwn(fieldLabels, field)

export const fieldOrder: readonly (keyof CreateForm)[] = Object.keys(fieldLabels).filter(isField)

/** A field's name as people see it; one that the page does not have keeps the API's own. */
export const fieldLabel = (field: string): string =>
  isField(field) ? fieldLabels[field] : (others.get(field) ?? field)

/** Labels as they stand in a sentence: "vCPUs, Name and Anthropic API key". */
export const listFields = (fields: readonly string[]): string =>
  new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(fields.map(fieldLabel))

/** Messages of the service that no field of the form can show, with the name of the field they are about. */
export interface UnplacedError {
  field: string
  message: string
}

/**
 * Puts the messages of a 400 at their fields and the focus on the first of them, in the order of `fields` (the page's). Answers
 * what belongs to no field of the form: the caller shows that over the form, so that no message is lost.
 */
export const applyServerErrors = <Values extends FieldValues>(
  { setError, setFocus }: Pick<UseFormReturn<Values>, 'setError' | 'setFocus'>,
  error: Pick<ApiError, 'fields'>,
  fields: readonly FieldPath<Values>[],
): UnplacedError[] => {
  const messages = new Map(Object.entries(error.fields).map(([field, said]) => [field, said.join('\n')]))
  const placed = fields.filter((field) => messages.has(field))
  for (const field of placed) setError(field, { type: 'server', message: messages.get(field) ?? '' })
  const [first] = placed
  if (first !== undefined) setFocus(first)
  return [...messages]
    .filter(([field]) => fields.every((known) => known !== field))
    .map(([field, message]) => ({ field, message }))
}

interface WrongFieldsProps {
  control: CreateControl
  onGo: (field: keyof CreateForm) => void
}

/** "3 fields need you", or "1 field needs you". */
export const wrongFieldsTitle = (count: number): string =>
  count === 1 ? '1 field needs you' : `${count} fields need you`

/** After a try: how many fields are wrong, and which; each leads to its field, where it is said what is right. */
export const WrongFields = ({ control, onGo }: WrongFieldsProps) => {
  const id = useId()
  const { errors, submitCount } = useFormState({ control })
  const wrong = fieldOrder.filter((field) => errors[field] !== undefined)
  if (submitCount === 0 || wrong.length === 0) return null
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="mt-3 rounded-card border border-bad/35 bg-bad-soft px-3 py-2.5 text-secondary first:mt-0"
    >
      <p id={id} className="font-semibold text-bad-ink">
        {wrongFieldsTitle(wrong.length)}
      </p>
      <ul>
        {wrong.map((field) => (
          <li key={field}>
            <button
              type="button"
              className="flex w-full items-center justify-between gap-2 rounded-sm py-[3px] text-left hover:underline pointer-coarse:py-2"
              onClick={() => onGo(field)}
            >
              {fieldLabels[field]}
              <ArrowLeft aria-hidden size={13} className="text-ink-muted" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
