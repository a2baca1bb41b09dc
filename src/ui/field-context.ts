import { type AriaAttributes, createContext, useContext } from 'react'

import { cx } from './cx.ts'

/** What ties a control to the field around it. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export const FieldContext = createContext<FieldControl | null>(null)

type OwnAttributes = {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: AriaAttributes['aria-invalid']
}

/**
 * The attributes a control takes from the field around it, joined with its own; none when it stands alone. Spread them last: what
 * the field says of the control must not be lost to what its user says.
 */
export const useFieldControl = (own: OwnAttributes): OwnAttributes => {
  const field = useContext(FieldContext)
  if (field === null) return {}
  return {
    id: own.id ?? field.id,
    'aria-describedby': cx(field['aria-describedby'], own['aria-describedby']) || undefined,
    'aria-invalid': own['aria-invalid'] ?? field['aria-invalid'],
  }
}
