import { CopyButton } from '#ui/copy-button.tsx'
import { Definition } from '#ui/definition-list.tsx'

interface CopiedLineProps {
  term: string
  value: string
  /** What is copied, in lower case: "LAN address". */
  what: string
}

/** An address, a command or an id on one line, with a button that copies all of it. */
export const CopiedLine = ({ term, value, what }: CopiedLineProps) => (
  <Definition term={term} mono actions={<CopyButton text={value} what={what} />}>
    <span title={value}>{value}</span>
  </Definition>
)
