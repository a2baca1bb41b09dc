import type { Instance } from '#contract/instance.ts'
import type { Usd } from '#lib/money.ts'
import { compareNatural } from '#lib/text.ts'

import { hourlyCost, sumCosts, type CostPart, type Total } from '#model/pricing/cost.ts'
import { groupInstances } from '#model/fleet/fleet-view.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'

/** What the present cost of a fleet can be split by. */
export const splitKeys = ['component', 'instance', 'flavor', 'type', 'tier', 'owner', 'state'] as const
export type SplitKey = (typeof splitKeys)[number]

/** A part of the present cost per hour. */
export interface BurnPart {
  /** The API's own word where the part has one (`rstudioserver`, `general-purpose`), else the label's. */
  key: string
  label: string
  now: Total
  /** How many instances are in it. */
  instances: number
  /**
   * Its part of what is known of the total: 0 to 1, above only where another part is below zero; null for that one, for what is not known at
   * all, and where there is no total.
   */
  share: number | null
  /** What it is made of in turn: compute is vCPU and RAM. */
  parts: readonly BurnPart[]
}

/** The parts add up to exactly the total, biggest first. */
export interface BurnSplit {
  total: Total
  parts: readonly BurnPart[]
}

type Unshared = Omit<BurnPart, 'share' | 'parts'> & { parts?: readonly Unshared[] }

const components: readonly { label: string; parts: readonly CostPart[] }[] = [
  { label: 'Compute', parts: ['vcpu', 'ram'] },
  { label: 'Storage', parts: ['storage'] },
  { label: 'GPU', parts: ['gpu'] },
  { label: 'Sentieon', parts: ['sentieon'] },
  { label: 'Other', parts: ['other'] },
]
const partLabels: Partial<Record<CostPart, string>> = { vcpu: 'vCPU', ram: 'RAM' }

/** One kind of line over all instances. A line without an amount is unknown here even where the service's total covers it. */
const ofPart = (part: CostPart, instances: readonly Instance[]): Unshared => {
  const totals = instances.flatMap((instance) => {
    const { lines, assumed } = hourlyCost(instance).now
    return lines
      .filter((line) => line.part === part)
      .map(({ amount }) => ({ known: amount ?? 0n, unknown: amount === null ? [part] : [], assumed }))
  })
  return { key: part, label: partLabels[part] ?? part, now: sumCosts(totals), instances: totals.length }
}

const byComponent = (instances: readonly Instance[]): Unshared[] =>
  components.map(({ label, parts }) => {
    const made = parts.map((part) => ofPart(part, instances))
    return {
      key: label.toLowerCase(),
      label,
      now: sumCosts(made.map(({ now }) => now)),
      instances: Math.max(...made.map((part) => part.instances)),
      parts: made.length > 1 ? made : [],
    }
  })

const byWord = (
  instances: readonly Instance[],
  wordOf: (instance: Instance) => { key: string; label: string },
): Unshared[] => {
  const groups = new Map<string, { label: string; totals: Total[] }>()
  for (const instance of instances) {
    const { key, label } = wordOf(instance)
    const { now } = hourlyCost(instance)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { label, totals: [now] })
    else group.totals.push(now)
  }
  return [...groups].map(([key, { label, totals }]) => ({
    key,
    label,
    now: sumCosts(totals),
    instances: totals.length,
  }))
}

/** The same groups as those of the fleet table, so that their subtotals agree. */
const byGroup = (instances: readonly Instance[], group: 'flavor' | 'owner' | 'state'): Unshared[] =>
  groupInstances(instances, group).map(({ key, label, now, instances: members }) => ({
    key,
    label,
    now,
    instances: members.length,
  }))

const splitters: Record<SplitKey, (instances: readonly Instance[]) => Unshared[]> = {
  component: byComponent,
  instance: (instances) => byWord(instances, ({ uuid, name }) => ({ key: uuid, label: name })),
  flavor: (instances) => byGroup(instances, 'flavor'),
  type: (instances) =>
    byWord(instances, ({ resource_type: type }) => ({ key: type, label: typeLabel(type) })),
  tier: (instances) =>
    byWord(instances, ({ cpu_tier: tier }) => ({
      key: tier ?? '',
      label: tierLabel(tier) ?? 'No tier given',
    })),
  owner: (instances) => byGroup(instances, 'owner'),
  state: (instances) => byGroup(instances, 'state'),
}

const isSomething = ({ now }: Unshared): boolean => now.known !== 0n || now.unknown.length > 0

const biggestFirst = (a: Unshared, b: Unshared): number =>
  a.now.known === b.now.known ? compareNatural(a.label, b.label) : a.now.known < b.now.known ? 1 : -1

const shareOf = ({ known, unknown }: Total, total: Usd): number | null => {
  const isKnown = known > 0n || (known === 0n && unknown.length === 0)
  return total > 0n && isKnown ? Number(known) / Number(total) : null
}

/** Orders parts, leaves out what costs nothing, and says how much of the total each is. */
const finish = (parts: readonly Unshared[], total: Usd): BurnPart[] =>
  parts
    .filter(isSomething)
    .toSorted(biggestFirst)
    .map(({ key, label, now, instances, parts: inner = [] }) => ({
      key,
      label,
      now,
      instances,
      share: shareOf(now, total),
      parts: finish(inner, total),
    }))

/** Splits what a fleet costs now per hour. Whatever it is split by, the parts add up to exactly the same total. */
export const splitBurn = (instances: readonly Instance[], by: SplitKey): BurnSplit => {
  const total = sumCosts(instances.map((instance) => hourlyCost(instance).now))
  return { total, parts: finish(splitters[by](instances), total.known) }
}
