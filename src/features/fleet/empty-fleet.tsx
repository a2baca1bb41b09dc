import Server from 'lucide-react/icons/server'
import { Link } from 'react-router'

import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

const starts = [
  { label: 'A virtual machine', search: 'resource_type=vm&flavor=base' },
  { label: 'A notebook', search: 'resource_type=container&flavor=datasciencemarimo' },
  { label: 'A genomics box', search: 'resource_type=container&flavor=plaingenomics' },
]

/** An account without instances: what one can start, each a link that fills in the form. */
const EmptyFleet = () => (
  <div className="mt-4 rounded-panel border border-line bg-surface">
    <EmptyState
      icon={<Server aria-hidden size={18} />}
      title="No instances yet"
      actions={starts.map(({ label, search }) => (
        <Link key={label} to={paths.create(search)} className={buttonClass()}>
          {label}
        </Link>
      ))}
    >
      An instance is a machine you rent by the hour: a virtual machine with its own public address, or a
      container that starts in seconds with a notebook, RStudio or genomics tools.
    </EmptyState>
  </div>
)
export default EmptyFleet
