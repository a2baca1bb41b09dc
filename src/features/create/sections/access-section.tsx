import RotateCw from 'lucide-react/icons/rotate-cw'

import { TextField } from '../inputs/text-field.tsx'
import { Button } from '#ui/button.tsx'

import type { CreateControl } from '../create-control.ts'
import { fieldLabels } from '../fields.ts'

import { FormSection } from './form-section.tsx'
import { PublicKeyField } from './public-key-field.tsx'

interface AccessSectionProps {
  control: CreateControl
  /** What the instance is called when the field is left empty. */
  spareName: string
  /** Looks at one field at once, rather than when it is left. */
  onCheck: (field: 'name' | 'public_key') => void
  onAnotherName: () => void
  onKey: (key: string) => void
  /** A file that was given as a key and is none. */
  onRefusedKey: (problem: string) => void
}

/** How one gets in: the instance's name, and the SSH key that opens it. */
export const AccessSection = ({
  control,
  spareName,
  onCheck,
  onAnotherName,
  onKey,
  onRefusedKey,
}: AccessSectionProps) => (
  <FormSection
    title="Access"
    about="The name is unique in all of Carolina Cloud and part of the web address. With a key you need no password."
  >
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
    <PublicKeyField control={control} onCheck={onCheck} onKey={onKey} onRefused={onRefusedKey} />
  </FormSection>
)
