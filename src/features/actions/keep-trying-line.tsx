import { formatCount } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

import { useNow } from '#page/use-now.ts'

import type { KeepTrying } from './use-keep-trying.ts'

/** How long until the next try, how many there were, and the way to end it. Read in place, never spoken by itself. */
export const KeepTryingLine = ({ nextAt, tries, cancel }: KeepTrying) => {
  const now = useNow(SECOND)
  const seconds = nextAt === null ? null : Math.max(0, Math.ceil((nextAt - now) / SECOND))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 flex-1 basis-56 text-secondary text-ink-muted">
        <span className="font-medium text-ink">
          {seconds === null ? 'Trying now…' : `Next try in ${formatCount(seconds)} s`}
        </span>
        {tries > 0 && ` · tried ${formatCount(tries)}×`} · only while this stays open in this tab
      </p>
      <Button size="sm" onClick={cancel}>
        Stop trying
      </Button>
    </div>
  )
}
