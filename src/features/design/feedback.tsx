import Server from 'lucide-react/icons/server'

import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { Skeleton } from '#ui/loading.tsx'
import { showToast } from '#ui/toast-store.ts'

import { Line, Sample } from './sample.tsx'

export const Feedback = () => (
  <>
    <Sample name="Alert">
      <div className="grid gap-3">
        <Alert title="The service did not take the key.">
          Nothing was changed. Check that all of it was copied, or make a new one under Settings › API Key.
        </Alert>
        <Alert
          tone="lamp"
          title="llama-tune has idled for 3 h."
          actions={
            <>
              <Button size="sm">Stop…</Button>
              <Button size="sm" variant="ghost">
                Not now
              </Button>
            </>
          }
        >
          CPU under 5 %, GPU use unknown. Stopping it saves $1.62 / h.
        </Alert>
        <Alert tone="info" title="An answer was lost on the way.">
          The instance may exist. Looking for its name before anything is sent again.
        </Alert>
      </div>
    </Sample>
    <Sample name="Note">
      <Note>
        Rates as on your <strong>rna-atlas</strong>, same tier, 3 days ago.
      </Note>
    </Sample>
    <Sample name="Toast">
      <Line>
        <Button onClick={() => showToast({ title: 'rna-atlas was renamed.' })}>Plain</Button>
        <Button
          onClick={() =>
            showToast({
              tone: 'good',
              title: 'Port 443 was closed.',
              action: { label: 'Undo', onAction: () => showToast({ title: 'Port 443 is open again.' }) },
            })
          }
        >
          With undo
        </Button>
        <Button
          onClick={() =>
            showToast({
              tone: 'bad',
              title: 'rna-atlas did not stop.',
              detail: 'It still runs and still costs $0.61 / h. Try again in a minute.',
            })
          }
        >
          Failure
        </Button>
      </Line>
    </Sample>
    <Sample name="Empty state">
      <div className="rounded-panel border border-line bg-surface">
        <EmptyState
          icon={<Server aria-hidden size={18} />}
          title="Nothing runs yet"
          actions={<Button variant="primary">Create instance</Button>}
        >
          An instance is a machine you rent by the hour: a virtual machine, a notebook, or a genomics box.
        </EmptyState>
      </div>
    </Sample>
    <Sample name="Skeleton">
      <div className="grid gap-2">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-4 w-72 max-w-full" />
        <Skeleton className="h-24 w-full" />
      </div>
    </Sample>
  </>
)
