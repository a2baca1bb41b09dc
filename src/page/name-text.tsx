import { letterStart } from '#lib/text.ts'

/** So much of a long name's end stays to be read: it is what tells names of a kind apart. */
const tailLength = 9
const longName = 12

/** A name in one line; a long one loses its middle, and is no longer one word: what it stands in has to be named. */
export const NameText = ({ name }: { name: string }) => {
  if (name.length < longName) return name
  const tail = letterStart(name, name.length - Math.min(tailLength, Math.floor(name.length / 2)))
  return (
    <span data-whole className="flex min-w-0">
      <span className="truncate">{name.slice(0, tail)}</span>
      <span className="shrink-0">{name.slice(tail)}</span>
    </span>
  )
}
