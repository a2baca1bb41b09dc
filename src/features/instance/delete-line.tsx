import Trash2 from 'lucide-react/icons/trash-2'

import type { Instance } from '#contract/instance.ts'
import { useRefusals } from '#features/actions/use-refusals.ts'
import { formatGib } from '#lib/format.ts'
import { Button } from '#ui/button.tsx'

interface DeleteLineProps {
  instance: Instance
  onDelete: () => void
}

/** The last thing on the page, out of the way of everything else: what a deletion loses, and the way to it. */
export const DeleteLine = ({ instance, onDelete }: DeleteLineProps) => {
  const refusal = useRefusals(instance)
  const { disk_size_gib: disk } = instance
  return (
    <section
      aria-label="End of this instance"
      className="flex min-h-11 items-center gap-x-4 rounded-panel border border-line bg-surface px-4 py-1.5"
    >
      <p className="min-w-0 flex-1 text-secondary text-ink-muted">
        Deleting loses its {disk === null ? '' : `${formatGib(disk)} `}disk for good.
      </p>
      <Button
        size="sm"
        variant="danger-quiet"
        icon={<Trash2 aria-hidden size={14} />}
        disabledReason={refusal('delete')}
        onClick={onDelete}
      >
        Delete
      </Button>
    </section>
  )
}
