import { useEffect, useState } from 'react'

import { pluralize } from '#lib/text.ts'
import { countRemembered, type Remembered as Counts } from '#storage/remembered.ts'
import { Button } from '#ui/button.tsx'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

const ForgetDialog = lazyPart(() => import('./forget-dialog.tsx'))

const nothing: Counts = { samples: 0, names: 0, activity: 0 }

/** How much is remembered here, what it is for, and the way to forget it. */
export const Remembered = () => {
  const [counts, setCounts] = useState<Counts | null>(nothing)
  const [isAsking, setAsking] = useState(false)

  const count = async () => {
    setCounts(await countRemembered())
  }
  useEffect(() => {
    void countRemembered().then(setCounts)
  }, [])

  return (
    <Panel
      title="What this browser remembers"
      actions={
        counts !== null && (
          <Button size="sm" variant="danger-quiet" onClick={() => setAsking(true)}>
            Forget everything remembered here
          </Button>
        )
      }
    >
      {counts === null ? (
        <p className="text-secondary text-ink-muted">
          Nothing: this browser blocks storage. Charts begin empty, and Activity goes back to the last reload.
        </p>
      ) : (
        <>
          <DefinitionList>
            <Definition term="Usage">
              {pluralize(counts.samples, 'reading')} of CPU, memory and disk
            </Definition>
            <Definition term="Activity">{pluralize(counts.activity, 'entry', 'entries')}</Definition>
            <Definition term="Names">{pluralize(counts.names, 'instance')} and their former names</Definition>
          </DefinitionList>
          <p className="mt-2 text-secondary text-ink-muted">
            So that charts are not empty after a reload, and old bookmarks find renamed instances. It is in
            this browser only, and another browser knows nothing of it.
          </p>
        </>
      )}
      {isAsking && (
        <ForgetDialog
          onClose={() => {
            setAsking(false)
            void count()
          }}
        />
      )}
    </Panel>
  )
}
