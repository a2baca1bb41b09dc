import { createContext, useContext } from 'react'

/** What ties a control to the field around it. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export const FieldContext = createContext<FieldControl | null>(null)

/** The attributes a control takes from the field around it; none when it stands alone. */
export const useFieldControl = (): Partial<FieldControl> => useContext(FieldContext) ?? {}
