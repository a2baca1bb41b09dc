import CloudDownload from 'lucide-react/icons/cloud-download'
import Sparkles from 'lucide-react/icons/sparkles'
import { useFormState, useWatch } from 'react-hook-form'

import { fieldLabels } from '../fields.ts'
import { SecretField, TextField } from '../inputs/text-field.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { Fold } from './fold.tsx'

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
