import { type ReactNode, useId } from 'react'

import { cx } from './cx.ts'
import { FieldError, FieldHint } from './field.tsx'

type ChoiceGroupProps = {
  legend: string
  /** Keeps the legend for screen readers only, where a heading already says it. */
  hideLegend?: boolean
  /** `radiogroup` where the choices are radios of one name. */
  role?: 'group' | 'radiogroup'
  hint?: ReactNode
  error?: string | null | undefined
  /** Lays out the choices, for example `grid grid-cols-2 gap-2`. */
  className?: string
  children: ReactNode
}

/** Choices that belong together, named by their legend. */
export const ChoiceGroup = ({
  legend,
  hideLegend = false,
  role = 'group',
  hint,
  error,
  className = 'grid gap-2',
  children,
}: ChoiceGroupProps) => {
  const id = useId()
  const failed = error !== undefined && error !== null && error !== ''
  const hinted = hint !== undefined && hint !== null
  const described = cx(hinted && `${id}-hint`, failed && `${id}-error`)

  return (
    <fieldset
      role={role}
      aria-label={hideLegend ? legend : undefined}
      aria-labelledby={hideLegend ? undefined : `${id}-legend`}
      aria-describedby={described === '' ? undefined : described}
      className="m-0 min-w-0 border-0 p-0"
    >
      {!hideLegend && (
        <legend id={`${id}-legend`} className="mb-[5px] p-0 text-secondary font-medium">
          {legend}
        </legend>
      )}
      <div className={className}>{children}</div>
      {(failed || hinted) && (
        <div className="mt-[5px] grid gap-1">
          {failed && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {hinted && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
        </div>
      )}
    </fieldset>
  )
}
