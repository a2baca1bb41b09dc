import { MINUTE } from '#lib/time.ts'
import { Note } from '#ui/note.tsx'

import { useNow } from '#page/use-now.ts'

import { rateNotes } from './rate-notes.ts'
import type { Estimate } from './use-estimate.ts'

/** Where the rates of the price come from. The service has no price list, so this is always said. */
export const RateSources = ({ running, rates }: Pick<Estimate, 'running' | 'rates'>) => {
  const now = useNow(MINUTE)
  return (
    <Note className="grid gap-1">
      {rateNotes(running.lines, rates, now).map(({ key, before, name, after }) => (
        <p key={key}>
          {before}
          {name !== null && <strong className="wrap-anywhere">{name}</strong>}
          {after}
        </p>
      ))}
    </Note>
  )
}
