import ChevronRight from 'lucide-react/icons/chevron-right'
import CloudDownload from 'lucide-react/icons/cloud-download'
import Sparkles from 'lucide-react/icons/sparkles'
import { type ReactNode, useId, useState } from 'react'
import { useFormState, useWatch } from 'react-hook-form'

import { cx } from '#ui/cx.ts'

import { fieldLabels } from '../fields.tsx'
import { SecretField, TextField } from '../form-parts.tsx'
import type { CreateControl } from '../use-create-form.ts'

interface FoldProps {
  title: string
  icon: ReactNode
  /** What it is for, in a few words. */
  aside: ReactNode
  /** It opens unfolded, since something is in it. */
  isWanted: boolean
  /** Something in it needs the user, so it cannot be folded. */
  isWrong: boolean
  children: ReactNode
}

/**
 * Fields that few people want, behind one line. They are folded for the eye only: Tab, a screen reader and a script reach each field by
 * its name as ever, and the one that gets the focus unfolds them. It stays unfolded, so nothing moves under the pointer.
 */
const Fold = ({ title, icon, aside, isWanted, isWrong, children }: FoldProps) => {
  const id = useId()
  const [isAsked, setAsked] = useState<boolean | null>(null)
  const isOpen = isWrong || (isAsked ?? isWanted)
  return (
    <div className="rounded-card border border-line bg-surface">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="flex min-h-[2.875rem] w-full items-center gap-2.5 rounded-card px-3.5 py-2 text-left"
          onClick={() => setAsked(!isOpen)}
        >
          <ChevronRight
            aria-hidden
            size={16}
            className={cx('shrink-0 text-ink-muted transition-transform', isOpen && 'rotate-90')}
          />
          <span aria-hidden className="shrink-0 text-ink-muted">
            {icon}
          </span>
          <span className="grow font-medium">{title}</span>
          <span className="min-w-0 truncate text-secondary text-ink-muted">{aside}</span>
        </button>
      </h3>
      <div
        id={id}
        className={isOpen ? 'border-t border-line' : 'h-0 overflow-clip [&_:is(button,label,p)]:invisible'}
        onFocus={() => setAsked(true)}
      >
        <div className="p-3.5">{children}</div>
      </div>
    </div>
  )
}

const s3Fields = [
  'aws_endpoint_url',
  'aws_prefill_bucket',
  'aws_access_key_id',
  'aws_secret_access_key',
] as const

/** A folded field's label is out of sight; its name stays. */
const named = (field: 'anthropic_api_key' | (typeof s3Fields)[number]) => ({
  'aria-label': fieldLabels[field],
})

/** What this input holds is the user's own: no help from the browser's spelling or its capitals. */
const asTyped = { spellCheck: false, autoCapitalize: 'none' } as const

interface S3SectionProps {
  control: CreateControl
  /** The endpoint that is used most, as an example. */
  endpoint: string | null
  /** A field changed: what is wrong with the others may be right now. */
  onChange: () => void
}

/** Where data comes from at the start: a bucket of an S3-compatible store. */
export const S3Section = ({ control, endpoint, onChange }: S3SectionProps) => {
  const held = useWatch({ control, name: s3Fields })
  const { errors } = useFormState({ control, name: s3Fields })
  return (
    <Fold
      title="Copy data from S3"
      icon={<CloudDownload size={16} />}
      aside="into ~/s3-prefill"
      isWanted={held.some((text) => text !== '')}
      isWrong={s3Fields.some((field) => errors[field] !== undefined)}
    >
      <div className="grid gap-3 @sm:grid-cols-2">
        <TextField
          control={control}
          name="aws_endpoint_url"
          label={fieldLabels.aws_endpoint_url}
          onValueChange={onChange}
          input={{
            ...asTyped,
            ...named('aws_endpoint_url'),
            inputMode: 'url',
            placeholder: endpoint ?? 'https://s3.us-east-1.amazonaws.com',
          }}
        />
        <TextField
          control={control}
          name="aws_prefill_bucket"
          label={fieldLabels.aws_prefill_bucket}
          onValueChange={onChange}
          input={{ ...asTyped, ...named('aws_prefill_bucket'), placeholder: 'your-bucket/experiments' }}
        />
        <TextField
          control={control}
          name="aws_access_key_id"
          label={fieldLabels.aws_access_key_id}
          onValueChange={onChange}
          input={{ ...asTyped, ...named('aws_access_key_id') }}
        />
        <SecretField
          control={control}
          name="aws_secret_access_key"
          label={fieldLabels.aws_secret_access_key}
          hint="Sent once, never stored."
          input={named('aws_secret_access_key')}
          onValueChange={onChange}
        />
      </div>
    </Fold>
  )
}

/** The key that signs the instance's assistants in. */
export const AssistantsSection = ({ control }: { control: CreateControl }) => {
  const held = useWatch({ control, name: 'anthropic_api_key' })
  const { errors } = useFormState({ control, name: 'anthropic_api_key' })
  return (
    <Fold
      title="Claude and notebook AI"
      icon={<Sparkles size={16} />}
      aside="Anthropic"
      isWanted={held !== ''}
      isWrong={errors.anthropic_api_key !== undefined}
    >
      <SecretField
        control={control}
        name="anthropic_api_key"
        label={fieldLabels.anthropic_api_key}
        hint="Sent once, never stored."
        input={named('anthropic_api_key')}
      />
    </Fold>
  )
}
