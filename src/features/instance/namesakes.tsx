import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount, formatDateTime } from '#lib/format.ts'
import { parseTimestamp } from '#lib/time.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { sizeText } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'

const Choice = ({ instance }: { instance: Instance }) => {
  const { uuid, state, flavor } = instance
  const created = parseTimestamp(instance.created_at)
  return (
    <li>
      <Link
        to={paths.instanceByRef(uuid)}
        translate="no"
        className="font-medium wrap-anywhere underline underline-offset-2"
      >
        {uuid}
      </Link>
      <p className="text-secondary text-ink-muted">
        {[
          stateInfo(state).word,
          flavorLabel(flavor),
          sizeText(instance),
          created === null ? '' : `created ${formatDateTime(created)}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </li>
  )
}

/** In place of the page of a name that several instances have: names are unique by the API page, and no action may reach the wrong one. */
export const Namesakes = ({ name, instances }: { name: string; instances: readonly Instance[] }) => {
  useTitle(name)
  return (
    <>
      <PageHeader title={name} />
      <EmptyState
        title={`${formatCount(instances.length)} instances are called ${name}`}
        actions={
          <Link to={paths.instances()} className={buttonClass({})}>
            All instances
          </Link>
        }
      >
        <p>Names are meant to be unique. Choose one here, and rename it to tell them apart.</p>
        <ul className="mt-3 grid gap-3 text-left">
          {instances.map((instance) => (
            <Choice key={instance.uuid} instance={instance} />
          ))}
        </ul>
      </EmptyState>
    </>
  )
}
