import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { annotationLimits, cleanTag } from '#model/instance/annotation-change.ts'
import type { Annotation } from '#model/instance/annotations.ts'
import { type AnnotationOutcome, useAnnotation } from '#storage/use-annotation.ts'
import { announce } from '#ui/announcer.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'

/** What to say after a lock, a note or a tag was changed. */
export const outcomeWords: Record<AnnotationOutcome, string> = {
  stored: 'Saved in this browser.',
  'not stored': 'The storage of this browser is full or blocked: this holds until the page is closed.',
  'too many': `Nothing was saved: this browser keeps locks, notes and tags of ${formatCount(annotationLimits.instances)} instances. Take them off another one first.`,
}

interface TagsFieldProps {
  tags: readonly string[]
  /** False where it was not stored, which is then said beside the field. */
  onChange: (tags: string[]) => boolean
}

/** Tags as chips, and a field at their end: Enter or a comma adds what is typed, Backspace in the empty field takes the last one off. */
const TagsField = ({ tags, onChange }: TagsFieldProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const isFull = tags.length >= annotationLimits.tags

  const add = () => {
    const tag = cleanTag(typed)
    setTyped('')
    if (tag === '' || tags.includes(tag)) return
    if (onChange([...tags, tag])) announce(`Tag ${tag} added`)
  }
  const leave = useEffectEvent(add)
  useEffect(() => {
    globalThis.addEventListener('pagehide', leave)
    return () => {
      globalThis.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  const remove = (tag: string) => {
    if (onChange(tags.filter((other) => other !== tag))) announce(`Tag ${tag} removed`)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = tags.at(-1)
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.length > 0 && (
        <ul aria-label="Tags" className="contents">
          {tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex h-6 max-w-full min-w-0 items-center rounded-sm border border-line bg-sunken pl-2 text-small font-medium text-ink-muted forced-colors:border pointer-coarse:h-9"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={`Remove tag ${tag}`}
                onClick={() => remove(tag)}
                className="grid size-6 shrink-0 place-items-center rounded-full hover:text-ink pointer-coarse:size-9"
              >
                <X aria-hidden size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="text"
        aria-label="Add tag"
        placeholder={isFull ? `${annotationLimits.tags} tags, no more` : '+ Tag'}
        readOnly={isFull}
        maxLength={annotationLimits.tag}
        autoCapitalize="none"
        autoComplete="off"
        enterKeyHint="done"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
        className="h-[1.625rem] w-24 flex-1 rounded-control bg-transparent px-1 text-secondary pointer-coarse:h-9 pointer-coarse:text-[1rem]"
      />
    </div>
  )
}

/** Tags and a note of one's own, saved as they are typed. The service never sees them. */
export const NotesPanel = ({ uuid }: { uuid: string }) => {
  const { annotation, change } = useAnnotation(uuid)
  const [outcome, setOutcome] = useState<AnnotationOutcome | null>(null)
  const save = (part: Partial<Annotation>): boolean => {
    const next = change(part)
    setOutcome(next)
    return next === 'stored'
  }
  const hasFailed = outcome !== null && outcome !== 'stored'

  return (
    <section aria-label="Notes" className="grid gap-2 rounded-panel border border-line bg-surface px-4 py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <TagsField tags={annotation.tags} onChange={(tags) => save({ tags })} />
        </div>
        <p className="shrink-0 text-small leading-6 text-ink-muted">
          {outcome === 'stored' ? outcomeWords.stored : 'this browser only'}
        </p>
      </div>
      <Field label="Note" hideLabel error={hasFailed ? outcomeWords[outcome] : null}>
        <TextArea
          rows={1}
          maxLength={annotationLimits.note}
          placeholder="Add a note"
          value={annotation.note}
          onChange={(event) => save({ note: event.currentTarget.value })}
          className="min-h-8! border-transparent! px-0! py-1! hover:border-line!"
        />
      </Field>
    </section>
  )
}
