/** So much of a long name's end stays to be read: it is what tells names of a kind apart. */
const tailLength = 9
const longName = 20

export const isLongName = (name: string): boolean => name.length >= longName

/** A name in one line; a long one loses its middle. */
export const NameText = ({ name }: { name: string }) =>
  isLongName(name) ? (
    <span className="flex min-w-0">
      <span className="truncate">{name.slice(0, -tailLength)}</span>
      <span className="shrink-0">{name.slice(-tailLength)}</span>
    </span>
  ) : (
    name
  )
