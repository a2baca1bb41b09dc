import { Button } from '#ui/button.tsx'
import { Alert } from '#ui/alert.tsx'
import { Note } from '#ui/note.tsx'

import { listFields } from './fields.ts'
import type { Start } from './start.ts'

/** What there is to say about how the form opened: what of a link was not used, and what was kept from before. */
export const CreateNotices = ({ start, onStartOver }: { start: Start; onStartOver: () => void }) => {
  const { secrets, ignored, isRestored } = start
  return (
    <div className="mt-3 grid gap-3 empty:hidden">
      {secrets.length > 0 && (
        <Alert tone="lamp" title={`The link held a secret: ${listFields(secrets)}.`}>
          It was not used, and it is out of the address now. Whoever has the link has the secret: replace it,
          and type the new one into the form.
        </Alert>
      )}
      {ignored.length > 0 && (
        <Note>The link says something for {listFields(ignored)} that cannot be used; it was left out.</Note>
      )}
      {isRestored && (
        <Note className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
          <p>This is what you typed before in this tab. Secrets were not kept.</p>
          <Button size="sm" onClick={onStartOver}>
            Start over
          </Button>
        </Note>
      )}
    </div>
  )
}
