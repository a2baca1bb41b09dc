import { pluralize } from '#lib/text.ts'
import { Note } from '#ui/note.tsx'

/** Says that rows of the list are missing, since the service sent them in a form that could not be read. */
const UnreadableRows = ({ count }: { count: number }) => (
  <Note className="mb-2.5">
    {pluralize(count, 'row')} of the service&apos;s answer could not be read and {count === 1 ? 'is' : 'are'}{' '}
    missing below.
  </Note>
)
export default UnreadableRows
