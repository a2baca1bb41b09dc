import { nameParts } from '#lib/text.ts'

/** A name in one line; a long one loses its middle, and is no longer one word: what it stands in has to be named. */
export const NameText = ({ name }: { name: string }) => {
  const [start, end] = nameParts(name)
  if (end === '') return name
  return (
    <span data-whole className="flex min-w-0">
      <span className="truncate">{start}</span>
      <span className="shrink-0">{end}</span>
    </span>
  )
}
