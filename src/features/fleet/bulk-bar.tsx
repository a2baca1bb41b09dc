import Download from 'lucide-react/icons/download'
import X from 'lucide-react/icons/x'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import { planBulk } from '#features/actions/bulk.ts'
import { changeColumn } from '#model/pricing/change-figure.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { useAsk } from '#operations/action-requests.ts'
import { fleetCsv } from './fleet-csv.ts'
import { paths } from '#model/paths.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { downloadText } from '#ui/download.ts'

import { useDisabledReason } from '../actions/use-disabled-reasons.ts'

interface BulkBarProps {
  selected: readonly Instance[]
  onClear: () => void
}

const linksOf = (instances: readonly Instance[]): string =>
  instances.map((instance) => new URL(paths.instance(instance), globalThis.location.origin).href).join('\n')

/** What one can do with the selected rows, at the foot of the window while there are any. */
const BulkBar = ({ selected, onClear }: BulkBarProps) => {
  const askFor = useAsk()
  const disabledReason = useDisabledReason()
  const cost = sumCosts(selected.map((instance) => hourlyCost(instance).now))
  const { change } = planBulk('stop', selected, disabledReason)
  const ask = (bulk: BillingAction) => () => askFor({ action: 'bulk', bulk, instances: selected })
  return (
    <div
      role="toolbar"
      aria-label="Selected instances"
      className="sticky bottom-4 z-10 mx-auto mt-3 flex w-fit flex-wrap items-center gap-2 rounded-panel border border-line bg-raised py-2 pr-2 pl-4 shadow-overlay max-md:bottom-18 max-md:w-full"
    >
      <span className="mr-2 max-md:grow">
        <span className="font-semibold">
          {formatCount(selected.length)}
          <span className="sr-only">{selected.length === 1 ? ' instance' : ' instances'}</span> selected
        </span>{' '}
        <span translate="no" className="text-ink-muted max-md:hidden">
          {hourlyText(cost)}&nbsp;/&nbsp;h
        </span>
      </span>
      <Button size="sm" className="max-md:order-1" onClick={ask('stop')}>
        Stop…
        {change.known < ZERO && (
          <span translate="no" className="text-good">
            {changeColumn(change).figure}&nbsp;/&nbsp;h
          </span>
        )}
      </Button>
      <Button size="sm" className="max-md:order-1" onClick={ask('restart')}>
        Restart…
      </Button>
      <Button size="sm" variant="danger-quiet" className="max-md:order-1" onClick={ask('delete')}>
        Delete…
      </Button>
      <CopyButton text={() => linksOf(selected)} what="links">
        Links
      </CopyButton>
      <Button
        size="sm"
        variant="ghost"
        icon={<Download aria-hidden size={14} />}
        onClick={() => {
          downloadText('instances.csv', fleetCsv(selected), 'text/csv')
        }}
      >
        Export
      </Button>
      <IconButton size="sm" label="Clear selection" icon={<X aria-hidden size={14} />} onClick={onClear} />
    </div>
  )
}
export default BulkBar
