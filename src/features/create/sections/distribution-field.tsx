import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'

import { type Distro, distros } from '../create-request.ts'

const labels: Record<Distro, string> = { ubuntu: 'Ubuntu', debian: 'Debian' }

interface DistributionFieldProps {
  value: Distro
  onValueChange: (distro: Distro) => void
}

/** The system of a virtual machine, for a service that wants to be told (the API page knows Ubuntu only). */
export const DistributionField = ({ value, onValueChange }: DistributionFieldProps) => (
  <Field label="Distribution">
    <Select
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = distros.find((distro) => distro === currentTarget.value)
        if (chosen !== undefined) onValueChange(chosen)
      }}
    >
      {distros.map((distro) => (
        <option key={distro} value={distro}>
          {labels[distro]}
        </option>
      ))}
    </Select>
  </Field>
)
