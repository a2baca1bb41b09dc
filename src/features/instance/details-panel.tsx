import type { Instance } from '#contract/instance.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { readable } from '#lib/text.ts'
import { isoText, MINUTE, parseTimestamp } from '#lib/time.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { gpuText, sizeText, tierLabel, typeLabel } from '#model/instance/labels.ts'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { Panel } from '#ui/panel.tsx'

import { useNow } from '#page/use-now.ts'

import { CopiedLine } from './connect/copied-line.tsx'

const Created = ({ instance }: { instance: Instance }) => {
  const now = useNow(MINUTE)
  const createdAt = parseTimestamp(instance.created_at)
  if (createdAt === null) return instance.created_at ?? 'unknown'
  return (
    <time dateTime={isoText(createdAt)}>
      {formatDateTime(createdAt)} <span className="text-ink-muted">({formatAgo(now - createdAt)})</span>
    </time>
  )
}

const autoStopText = ({ auto_stop_enabled: enabled, auto_stop_minutes: minutes }: Instance): string => {
  if (enabled === false) return 'off'
  return minutes === null ? 'on' : `after ${minutes} min with the CPU under 5 %`
}

/** Everything the service says about the instance that has no place of its own above. */
export const DetailsPanel = ({ instance }: { instance: Instance }) => {
  const { uuid, name, flavor, lan_ipv4: lan, public_ipv4: wan } = instance
  return (
    <Panel title="Details">
      <DefinitionList className="-my-2 grid gap-x-8 xl:grid-cols-2">
        <CopiedLine term="uuid" value={uuid} what="uuid" />
        <CopiedLine term="Name" value={name} what="name" />
        <Definition term="Type">{typeLabel(instance.resource_type)}</Definition>
        <Definition term="Flavor">
          {flavorLabel(flavor)}
          {flavorLabel(flavor).toLowerCase() !== flavor && (
            <span className="font-mono text-ink-muted"> {flavor}</span>
          )}
        </Definition>
        {instance.distro !== null && <Definition term="System">{readable(instance.distro)}</Definition>}
        <Definition term="CPU tier">{tierLabel(instance.cpu_tier) ?? 'unknown'}</Definition>
        <Definition term="Size">{sizeText(instance)}</Definition>
        <Definition term="GPU">{gpuText(instance) ?? 'none'}</Definition>
        {lan !== null && <CopiedLine term="LAN address" value={lan} what="LAN address" />}
        {wan !== null && <CopiedLine term="Public address" value={wan} what="public address" />}
        {instance.wan_ssh_port !== null && <Definition term="SSH port">{instance.wan_ssh_port}</Definition>}
        <Definition term="Created">
          <Created instance={instance} />
        </Definition>
        {instance.owner_email !== null && <Definition term="Owner">{instance.owner_email}</Definition>}
        {instance.project !== null && <Definition term="Project">{instance.project}</Definition>}
        {instance.host !== null && <Definition term="Host">{instance.host}</Definition>}
        {instance.auto_stop_enabled !== null && (
          <Definition term="Auto-stop">{autoStopText(instance)}</Definition>
        )}
      </DefinitionList>
    </Panel>
  )
}
