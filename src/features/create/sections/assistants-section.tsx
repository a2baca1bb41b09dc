import { SecretField } from '../inputs/secret-field.tsx'

import type { CreateControl } from '../create-control.ts'
import { fieldLabels } from '../fields.ts'

import { FormSection } from './form-section.tsx'

/** The key that signs the instance's assistants in. */
export const AssistantsSection = ({ control }: { control: CreateControl }) => (
  <FormSection
    title="Assistants"
    about="Optional. Signs Claude Code and the notebooks’ AI features in, on environments that have them."
  >
    <SecretField
      control={control}
      name="anthropic_api_key"
      label={fieldLabels.anthropic_api_key}
      hint="Sent once, never stored."
    />
  </FormSection>
)
