import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { pluralize } from '#lib/text.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { summarizeFleet } from '#model/fleet/fleet.ts'
import { paths } from '#model/paths.ts'
import { hourlyText } from '#model/pricing/price-text.ts'

const isSomething = ({ known, unknown }: ReturnType<typeof sumCosts>) => known > 0n || unknown.length > 0

interface OfItProps {
  instances: readonly Instance[]
  idle: readonly Instance[]
}

/** The parts of the present cost that ask whether they are needed. */
export const OfIt = ({ instances, idle }: OfItProps) => {
  const { stoppedStorage, counts } = summarizeFleet(instances)
  const idling = sumCosts(idle.map((instance) => hourlyCost(instance).now))
  if (!isSomething(stoppedStorage) && !isSomething(idling)) return null
  return (
    <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-secondary">
      {isSomething(stoppedStorage) && (
        <li>
          Of it <strong className="font-semibold">{hourlyText(stoppedStorage)} / h</strong> is disk of{' '}
          <Link
            to={paths.instances('state=stopped&sort=cost&order=desc')}
            className="text-accent underline underline-offset-2"
          >
            {pluralize(counts.stopped, 'stopped instance')}
          </Link>
          .
        </li>
      )}
      {isSomething(idling) && (
        <li>
          Of it <strong className="font-semibold">{hourlyText(idling)} / h</strong> runs but idles:{' '}
          {pluralize(idle.length, 'instance')}, see Findings below.
        </li>
      )}
    </ul>
  )
}
