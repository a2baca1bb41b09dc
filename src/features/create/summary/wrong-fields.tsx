import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useId } from 'react'
import { useFormState } from 'react-hook-form'

import type { CreateForm } from '#model/create/create-form.ts'

import { fieldLabels, fieldOrder } from '../fields.ts'
import type { CreateControl } from '../use-create-form.ts'

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
