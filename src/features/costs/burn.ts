import type { Instance } from '#contract/instance.ts'
import type { Usd } from '#lib/money.ts'
import { perObject } from '#lib/per-object.ts'
import { compareNatural } from '#lib/text.ts'

import { type Breakdown, type CostPart, hourlyCost, type Total } from '#model/pricing/cost.ts'
import { groupInstances } from '#model/fleet/fleet-view.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'

import { partLabels, priceOfAll, sumPrices } from './prices.ts'

/** What the present cost of a fleet can be split by. */
export const splitKeys = ['component', 'instance', 'flavor', 'type', 'tier', 'owner', 'tag', 'state'] as const
export type SplitKey = (typeof splitKeys)[number]

/** A part of the present cost per hour. */
export interface BurnPart {
  /** The API's own word where the part has one (`rstudioserver`, `general-purpose`), else the label's. */
  key: string
  label: string
  now: Breakdown
  /** How many instances are in it. */
  instances: number
  /**
   * Its part of what is known of the total: 0 to 1, above only where another part is below zero; null for that one, for what is not known at
   * all, and where there is no total.
   */
  share: number | null
}

/** The parts, biggest first. They add up to exactly the total, but for those by tag where an instance has several. */
export interface BurnSplit {
  total: Breakdown
  parts: readonly BurnPart[]
  /** Whether an instance is in more than one part. */
  isOverlapping: boolean
}

/** The tags of an instance, by its uuid. */
export type TagsOf = (uuid: string) => readonly string[]

type Unshared = Omit<BurnPart, 'share'>

const priceOfOne = perObject((instance: Instance) => sumPrices([hourlyCost(instance).now]))

/** Each kind of line over all instances. One without an amount is unknown here even where the service's total covers it. */
const byPart = (instances: readonly Instance[]): Unshared[] => {
  const sums = new Map<CostPart, { known: Usd | null; isUnknown: boolean; assumed: boolean; count: number }>()
  for (const instance of instances) {
    const { lines, assumed } = hourlyCost(instance).now
    for (const { part, amount } of lines) {
      const sum = sums.get(part) ?? { known: null, isUnknown: false, assumed: false, count: 0 }
      if (amount === null) sum.isUnknown = true
      else sum.known = (sum.known ?? 0n) + amount
      sum.assumed ||= assumed
      sum.count += 1
      sums.set(part, sum)
    }
  }
  return [...sums].map(([part, { known, isUnknown, assumed, count }]) => ({
    key: part,
    label: partLabels[part],
    now: {
      lines: [{ part, quantity: null, rate: null, amount: known }],
      known: known ?? 0n,
      unknown: isUnknown ? [part] : [],
      assumed,
    },
    instances: count,
  }))
}

const ofGroup = (key: string, label: string, instances: readonly Instance[]): Unshared => ({
  key,
  label,
  now: sumPrices(instances.map((instance) => hourlyCost(instance).now)),
  instances: instances.length,
})

const byWords = (
  instances: readonly Instance[],
  wordsOf: (instance: Instance) => readonly { key: string; label: string }[],
): Unshared[] => {
  const groups = new Map<string, { label: string; members: Instance[] }>()
  for (const instance of instances)
    for (const { key, label } of wordsOf(instance)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { label, members: [instance] })
      else group.members.push(instance)
    }
  return [...groups].map(([key, { label, members }]) => ofGroup(key, label, members))
}

/** The same groups as those of the fleet table, so that their subtotals agree. */
const byGroup = (instances: readonly Instance[], group: 'flavor' | 'owner' | 'state'): Unshared[] =>
  groupInstances(instances, group).map(({ key, label, instances: members }) => ofGroup(key, label, members))

const noTag = [{ key: '', label: 'No tag' }]

const splitters: Record<SplitKey, (instances: readonly Instance[], tagsOf: TagsOf) => Unshared[]> = {
  component: byPart,
  instance: (instances) =>
    instances.map((instance) => ({
      key: instance.uuid,
      label: instance.name,
      now: priceOfOne(instance),
      instances: 1,
    })),
  flavor: (instances) => byGroup(instances, 'flavor'),
  type: (instances) =>
    byWords(instances, ({ resource_type: type }) => [{ key: type, label: typeLabel(type) }]),
  tier: (instances) =>
    byWords(instances, ({ cpu_tier: tier }) => [
      { key: tier ?? '', label: tierLabel(tier) ?? 'No tier given' },
    ]),
  owner: (instances) => byGroup(instances, 'owner'),
  // An instance counts under each of its tags: what is asked is what a project costs, and half of a machine is none.
  tag: (instances, tagsOf) =>
    byWords(instances, ({ uuid }) => {
      const tags = tagsOf(uuid)
      return tags.length === 0 ? noTag : tags.map((tag) => ({ key: tag, label: tag }))
    }),
  state: (instances) => byGroup(instances, 'state'),
}

const isSomething = ({ now }: Unshared): boolean => now.known !== 0n || now.unknown.length > 0

const biggestFirst = (a: Unshared, b: Unshared): number =>
  a.now.known === b.now.known ? compareNatural(a.label, b.label) : a.now.known < b.now.known ? 1 : -1

const shareOf = ({ known, unknown }: Total, total: Usd): number | null => {
  const isKnown = known > 0n || (known === 0n && unknown.length === 0)
  return total > 0n && isKnown ? Number(known) / Number(total) : null
}

/**
 * Splits what a fleet costs now per hour; what costs nothing is left out. Whatever it is split by, the parts add up to exactly the same
 * total, except by tag where an instance has several.
 */
export const splitBurn = (
  instances: readonly Instance[],
  by: SplitKey,
  tagsOf: TagsOf = () => [],
): BurnSplit => {
  const total = priceOfAll(instances)
  return {
    total,
    parts: splitters[by](instances, tagsOf)
      .filter(isSomething)
      .toSorted(biggestFirst)
      .map(({ key, label, now, instances: count }) => ({
        key,
        label,
        now,
        instances: count,
        share: shareOf(now, total.known),
      })),
    isOverlapping: by === 'tag' && instances.some(({ uuid }) => tagsOf(uuid).length > 1),
  }
}
