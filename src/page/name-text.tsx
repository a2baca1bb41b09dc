import { letterStart } from '#lib/text.ts'

/** So much of a long name's end stays to be read: it is what tells names of a kind apart. */
const tailLength = 9
const longName = 20

export const isLongName = (name: string): boolean => name.length >= longName

/** A name in one line; a long one loses its middle. */
export const NameText = ({ name }: { name: string }) => {
  if (!isLongName(name)) return name
  const tail = letterStart(name, name.length - tailLength)
  return (
    <span className="flex min-w-0">
      <span className="truncate">{name.slice(0, tail)}</span>
      <span className="shrink-0">{name.slice(tail)}</span>
    </span>
  )
}
