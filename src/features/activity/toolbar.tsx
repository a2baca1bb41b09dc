import Check from 'lucide-react/icons/check'
import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useState } from 'react'

import { formatCount } from '#lib/format.ts'
import { matches } from '#lib/matches.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { downloadText } from '#ui/download.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { AnchoredMenu } from '#ui/menu.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { activityCsv } from './activity-csv.ts'
import {
  type ActivityView,
  everything,
  instanceLabel,
  isNarrowed,
  type Subject,
  subjectsIn,
  type What,
} from './activity-search.ts'

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
              <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
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
const InstanceFilter = ({ subjects, value, label, onValueChange }: InstanceFilterProps) => {
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

const ClearDialog = lazyPart(() => import('./clear-dialog.tsx'))

const whats: readonly { value: What; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'started', label: 'Started' },
  { value: 'stopped', label: 'Stopped' },
  { value: 'resized', label: 'Resized' },
  { value: 'ports', label: 'Ports' },
  { value: 'failed', label: 'Failed' },
]
const whatLabel = 'What happened'

/** A group in one line, or a list where there is no room for it. */
const WhatFilter = ({ value, onValueChange }: { value: What; onValueChange: (value: What) => void }) => (
  <>
    <Segmented
      label={whatLabel}
      className="@max-[52rem]:hidden"
      value={value}
      options={whats}
      onValueChange={onValueChange}
    />
    <Select
      aria-label={whatLabel}
      size="sm"
      className="@min-[52rem]:hidden"
      value={value}
      onChange={(event) => {
        const chosen = whats.find((what) => what.value === event.currentTarget.value)
        if (chosen !== undefined) onValueChange(chosen.value)
      }}
    >
      {whats.map((what) => (
        <option key={what.value} value={what.value}>
          {what.label}
        </option>
      ))}
    </Select>
  </>
)

/** What is done to the record as a whole: a small menu, since none of it is done often. */
const MoreMenu = ({ count }: { count: number }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isClearing, setClearing] = useState(false)
  return (
    <>
      <IconButton
        size="sm"
        label="More"
        icon={<Ellipsis aria-hidden size={15} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <AnchoredMenu
        anchor={anchor}
        label="More"
        onClose={() => setAnchor(null)}
        entries={[
          {
            kind: 'action',
            label: 'Clear activity',
            danger: true,
            onSelect: () => setClearing(true),
          },
        ]}
      />
      {isClearing && <ClearDialog count={count} onClose={() => setClearing(false)} />}
    </>
  )
}

interface ToolbarProps {
  entries: readonly Happening[]
  /** Those of them that the view shows. */
  found: readonly Happening[]
  view: ActivityView
  onView: (part: Partial<ActivityView>, options?: { replace: boolean }) => void
}

/** What of the record is shown, and what can be done with it: one line where there is room. */
export const Toolbar = ({ entries, found, view, onView }: ToolbarProps) => (
  <div className="@container">
    <div className="flex min-h-12 items-center gap-2 @max-[40rem]:flex-wrap @max-[40rem]:py-2">
      <SearchInput
        label="Search activity"
        className="@min-[40rem]:max-w-62"
        value={view.q}
        onValueChange={(q) => onView({ q }, { replace: true })}
      />
      <InstanceFilter
        subjects={subjectsIn(entries)}
        value={view.instance}
        label={instanceLabel(entries, view.instance)}
        onValueChange={(instance) => onView({ instance })}
      />
      <WhatFilter value={view.what} onValueChange={(what) => onView({ what }, { replace: true })} />
      <div className="ml-auto flex shrink-0 items-center gap-1">
        {isNarrowed(view) && (
          <>
            <p className="text-secondary whitespace-nowrap text-ink-muted @max-[60rem]:hidden">
              {formatCount(found.length)} of {formatCount(entries.length)}
            </p>
            <Button
              size="sm"
              variant="ghost"
              className="@max-[30rem]:hidden"
              onClick={() => onView(everything)}
            >
              Clear all
            </Button>
          </>
        )}
        <Button
          size="sm"
          variant="ghost"
          icon={<Download aria-hidden size={14} />}
          aria-label="Export CSV"
          onClick={() => downloadText('hatteras-activity.csv', activityCsv(found), 'text/csv')}
        >
          CSV
        </Button>
        <MoreMenu count={entries.length} />
      </div>
    </div>
  </div>
)
