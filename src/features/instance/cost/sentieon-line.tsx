import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { paths } from '#model/paths.ts'
import { plainFlavor, sentieonNote } from './sentieon.ts'
import { Note } from '#ui/note.tsx'

/** The same machine without Sentieon, as a filled-in create form. */
const plainForm = ({ cpu_tier: tier, n_vcpus, mem_gib, disk_size_gib }: Instance): string => {
  const fields = { cpu_tier: tier, n_vcpus, mem_gib, disk_size_gib }
  const told = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, `${value}`]]))
  return new URLSearchParams([['resource_type', 'container'], ['flavor', plainFlavor], ...told]).toString()
}

/** Tells of Sentieon's surcharge, and of the environment that goes without it. */
export const SentieonLine = ({ instance }: { instance: Instance }) => {
  const note = sentieonNote(instance)
  if (note === null) return null
  return (
    <Note className="mt-3">
      {note.split('`').map((text, index) => (index % 2 === 0 ? text : <code key={text}>{text}</code>))}{' '}
      <Link to={paths.create(plainForm(instance))} className="text-accent underline">
        Create one without
      </Link>
    </Note>
  )
}
