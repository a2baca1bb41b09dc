import { useState } from 'react'

import { type MarkOutcome, useMark } from '#storage/use-mark.ts'
import { markLimits } from '#model/instance/mark-change.ts'
import type { Mark } from '#model/instance/marks.ts'
import { Field } from '#ui/field.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextArea } from '#ui/text-area.tsx'

import { outcomeWords } from './outcome-words.ts'
import { TagsField } from './tags-field.tsx'

/** Tags and a note of one's own, saved as they are typed. The service never sees them. */
export const NotesPanel = ({ uuid }: { uuid: string }) => {
  const { mark, change } = useMark(uuid)
  const [outcome, setOutcome] = useState<MarkOutcome | null>(null)
  const save = (part: Partial<Mark>): boolean => {
    const next = change(part)
    setOutcome(next)
    return next === 'kept'
  }
  const hasFailed = outcome !== null && outcome !== 'kept'

  return (
    <Panel title="Notes" aside={outcome === 'kept' ? outcomeWords.kept : 'kept in this browser only'}>
      <div className="grid gap-2.5">
        <TagsField tags={mark.tags} onChange={(tags) => save({ tags })} />
        <Field label="Note" hideLabel error={hasFailed ? outcomeWords[outcome] : null}>
          <TextArea
            maxLength={markLimits.note}
            placeholder="What it is for, whose it is, when it may go"
            value={mark.note}
            onChange={(event) => save({ note: event.currentTarget.value })}
          />
        </Field>
      </div>
    </Panel>
  )
}
