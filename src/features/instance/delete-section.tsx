import type { Instance } from '#contract/instance.ts'
import { Button } from '#ui/button.tsx'

import { useRefusals } from '#features/actions/use-refusals.ts'

/** The last thing on the page, out of the way of everything else. */
export const DeleteSection = ({ instance, onDelete }: { instance: Instance; onDelete: () => void }) => {
  const refusal = useRefusals(instance)
  return (
    <section
      aria-label="End of this instance"
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border border-line px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-72 text-secondary text-ink-muted">
        Deleting ends its billing and loses all data on its disk for good. To keep the data and end compute
        billing, stop it instead.
      </p>
      <Button variant="danger-quiet" disabledReason={refusal('delete')} onClick={onDelete}>
        Delete
      </Button>
    </section>
  )
}
