import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatDateTime } from '#lib/format.ts'
import { readable } from '#lib/text.ts'
import { isoText, parseTimestamp } from '#lib/time.ts'
import { isHighTier, tierLabel, typeLabel } from '#model/instance/labels.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'

/** An address or an id in full, with a button that copies it. */
const CopiedLine = ({ term, value, what }: { term: string; value: string; what: string }) => (
  <Definition term={term} mono actions={<CopyButton text={value} what={what} />}>
    {value}
  </Definition>
)

const Created = ({ instance: { created_at: said } }: { instance: Instance }) => {
  const at = parseTimestamp(said)
  return at === null ? (said ?? 'unknown') : <time dateTime={isoText(at)}>{formatDateTime(at)}</time>
}

const autoStopText = ({ auto_stop_enabled: enabled, auto_stop_minutes: minutes }: Instance): string => {
  if (enabled === false) return 'off'
  return minutes === null ? 'on' : `after ${minutes} min with the CPU under 5 %`
}

/** Where an S3 prefill puts its files (API page, create). */
const PREFILL = '~/s3-prefill'

/** The files that a prefill brought, where this browser asked for it: the service does not tell. */
const Prefill = ({ uuid }: { uuid: string }) => {
  const { data } = useQuery(activityQuery(useApi()))
  const from = data?.happenings.find((one) => one.uuid === uuid && one.prefill !== null)?.prefill
  if (from === undefined || from === null) return null
  return (
    <Definition term="Data" mono actions={<CopyButton text={PREFILL} what="path of the data" />}>
      {PREFILL} <span className="font-sans text-ink-muted">from {from}</span>
    </Definition>
  )
}

/** Everything the service says about the instance that has no place of its own above. */
export const DetailsPanel = ({ instance }: { instance: Instance }) => {
  const { uuid, flavor, resource_type: type, cpu_tier: tier, lan_ipv4: lan, public_ipv4: wan } = instance
  return (
    <Panel title="Details">
      <DefinitionList className="-my-2">
        <CopiedLine term="UUID" value={uuid} what="uuid" />
        {wan !== null && <CopiedLine term="Public" value={wan} what="public address" />}
        {lan !== null && <CopiedLine term="LAN" value={lan} what="LAN address" />}
        <Definition term="Created">
          <Created instance={instance} />
        </Definition>
        <Definition term="Type">
          {typeLabel(type)}, {flavor}
        </Definition>
        {tier !== null && !isHighTier(tier) && <Definition term="Tier">{tierLabel(tier)}</Definition>}
        {instance.distro !== null && type !== 'vm' && (
          <Definition term="System">{readable(instance.distro)}</Definition>
        )}
        {instance.owner_email !== null && <Definition term="Owner">{instance.owner_email}</Definition>}
        {instance.project !== null && <Definition term="Project">{instance.project}</Definition>}
        {instance.host !== null && <Definition term="Host">{instance.host}</Definition>}
        {instance.auto_stop_enabled !== null && (
          <Definition term="Auto-stop">{autoStopText(instance)}</Definition>
        )}
        <Prefill uuid={uuid} />
      </DefinitionList>
    </Panel>
  )
}
