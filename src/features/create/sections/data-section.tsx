import { fieldLabels } from '../fields.ts'
import { SecretField, TextField } from '../inputs/text-field.tsx'
import type { CreateControl } from '../use-create-form.ts'
import { FormSection } from './form-section.tsx'

/** What this input holds is the user's own: no help from the browser's spelling or its capitals. */
const asTyped = { spellCheck: false, autoCapitalize: 'none' } as const

interface DataSectionProps {
  control: CreateControl
  /** A field changed: what is wrong with the others may be right now. */
  onChange: () => void
}

/** Where data comes from at the start: a bucket of an S3-compatible store. */
export const DataSection = ({ control, onChange }: DataSectionProps) => (
  <FormSection
    title="Data"
    about="Optional. A bucket’s files are copied to ~/s3-prefill at the start. Endpoint, key ID and secret go together."
  >
    <div className="grid gap-3 @sm:grid-cols-2">
      <TextField
        control={control}
        name="aws_endpoint_url"
        label={fieldLabels.aws_endpoint_url}
        onValueChange={onChange}
        input={{ ...asTyped, inputMode: 'url', placeholder: 'https://s3.us-east-1.amazonaws.com' }}
      />
      <TextField
        control={control}
        name="aws_prefill_bucket"
        label={fieldLabels.aws_prefill_bucket}
        onValueChange={onChange}
        input={{ ...asTyped, placeholder: 'your-bucket/experiments' }}
      />
      <TextField
        control={control}
        name="aws_access_key_id"
        label={fieldLabels.aws_access_key_id}
        onValueChange={onChange}
        input={asTyped}
      />
      <SecretField
        control={control}
        name="aws_secret_access_key"
        label={fieldLabels.aws_secret_access_key}
        hint="Sent once, never stored."
        onValueChange={onChange}
      />
    </div>
  </FormSection>
)
