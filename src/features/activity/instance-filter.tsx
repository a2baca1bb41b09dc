import Check from 'lucide-react/icons/check'
import { useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { matches } from '#lib/text.ts'
import { Chip } from '#ui/chip.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { TextInput } from '#ui/text-input.tsx'

import type { Subject } from './activity-search.ts'

/** From so many on one looks for a name by typing. */
const many = 9

interface ChoicesProps {
  subjects: readonly Subject[]
  chosen: string
  onChoose: (subject: string) => void
}

const Choices = ({ subjects, chosen, onChoose }: ChoicesProps) => {
  const [words, setWords] = useState('')
  const found = subjects.filter(({ name, subject }) => matches([name, subject], words))
  return (
    <>
      {subjects.length >= many && (
        <TextInput
          type="search"
          aria-label="Find instance"
          placeholder="Find instance"
          className="mb-1"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul className="grid">
        {found.map(({ subject, name, count }) => (
          <li key={subject}>
            <button
              type="button"
              aria-pressed={name === chosen || subject === chosen}
              onClick={() => onChoose(subject)}
              className="flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 text-left text-secondary hover:bg-sunken pointer-coarse:min-h-10"
            >
              <span className="grid w-4 shrink-0 place-items-center text-ink-muted">
                {(name === chosen || subject === chosen) && <Check aria-hidden size={15} />}
              </span>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-small text-ink-muted">{formatCount(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-2 py-1 text-secondary text-ink-muted">No such instance</p>}
    </>
  )
}

interface InstanceFilterProps {
  subjects: readonly Subject[]
  /** A uuid or a name; empty for all. */
  value: string
  /** The name of whom it means. */
  label: string
  onValueChange: (instance: string) => void
}

/** Which instance's entries are shown: a chip that opens the instances of the record. */
export const InstanceFilter = ({ subjects, value, label, onValueChange }: InstanceFilterProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = (instance: string) => {
    setAnchor(null)
    onValueChange(instance)
  }
  return (
    <>
      <Chip
        label="Instance"
        value={value === '' ? undefined : label}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        onClear={() => choose('')}
      />
      <AnchoredPopover anchor={anchor} label="Instance" className="w-72" onClose={() => setAnchor(null)}>
        <Choices subjects={subjects} chosen={value} onChoose={choose} />
      </AnchoredPopover>
    </>
  )
}
