import type { Instance } from '#contract/instance.ts'
import { largest } from '#lib/largest.ts'
import { perObject } from '#lib/per-object.ts'
import { compareNatural, fold, hasWords, searchWords } from '#lib/text.ts'
import { parseTimestamp } from '#lib/time.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { type FleetFilters, type FleetView, type GroupKey, type SortKey, sortingOf } from './fleet-search.ts'
import { flavorLabel } from '../instance/flavors.ts'
import { gpuLabel } from '../instance/gpus.ts'
import type { Annotation, Annotations } from '../instance/annotations.ts'
import { stateInfo, type StateKind } from '../instance/states.ts'
import { openWebAppUrl } from '../instance/web-app-url.ts'

/** Whether it has a GPU, as far as the service says. */
export const hasGpu = ({ n_gpus: count, gpu_model: model }: Instance): boolean =>
  count === null ? model !== null : count > 0

/** What search looks through, folded once per instance. */
export const searchable = perObject((instance: Instance) =>
  fold(
    [
      instance.name,
      instance.flavor,
      flavorLabel(instance.flavor),
      instance.state,
      stateInfo(instance.state).word,
      instance.lan_ipv4,
      instance.public_ipv4,
      instance.uuid,
      ...(hasGpu(instance) ? [instance.gpu_model, gpuLabel(instance.gpu_model)] : []),
    ]
      .filter((text) => text !== null)
      .join('\n'),
  ),
)

const annotationText = perObject(({ note, tags }: Annotation) => fold([note, ...tags].join('\n')))

/** Nobody at this browser has marked anything. */
const withoutAnnotations: Annotations = new Map()

/** The filters by a list of words, each with the words of an instance that it looks at. */
const wordFilters: readonly (readonly [
  'state' | 'type' | 'flavor' | 'tier' | 'owner' | 'tag',
  (instance: Instance, annotations: Annotations) => readonly (string | null)[],
])[] = [
  ['state', ({ state }) => [state, stateInfo(state).kind]],
  ['type', (instance) => [instance.resource_type]],
  ['flavor', (instance) => [instance.flavor]],
  ['tier', (instance) => [instance.cpu_tier]],
  ['owner', (instance) => [instance.owner_email]],
  ['tag', ({ uuid }, annotations) => annotations.get(uuid)?.tags ?? []],
]

/** The instances that match the search and every filter, in their order, deleted ones too. Notes and tags of this browser count as well. */
export const filterInstances = (
  instances: readonly Instance[],
  view: FleetFilters,
  annotations: Annotations = withoutAnnotations,
): Instance[] => {
  const words = searchWords(view.q)
  // What a view does not filter by is not looked at: there may be thousands.
  const asked = wordFilters.filter(([key]) => view[key].length > 0)
  const matches = (instance: Instance): boolean => {
    const annotation = annotations.get(instance.uuid)
    return (
      asked.every(([key, read]) => {
        const wanted: readonly (string | null)[] = view[key]
        return read(instance, annotations).some((word) => wanted.includes(word))
      }) &&
      (view.app === 'any' || openWebAppUrl(instance) !== null) &&
      (view.gpu === 'any' || (view.gpu === 'yes') === hasGpu(instance)) &&
      (words.length === 0 ||
        hasWords(
          annotation === undefined
            ? searchable(instance)
            : `${searchable(instance)}\n${annotationText(annotation)}`,
          words,
        ))
    )
  }
  return instances.filter(matches)
}

/** The instances without the deleted ones, unless the view asks for these. */
export const withoutDeleted = <T extends Pick<Instance, 'state'>>(
  instances: readonly T[],
  { deleted, state: wanted }: Pick<FleetFilters, 'deleted' | 'state'>,
): readonly T[] => {
  const isDeleted = (state: string) => stateInfo(state).kind === 'deleted'
  if (deleted === 'show' || wanted.some(isDeleted)) return instances
  return instances.filter(({ state }) => !isDeleted(state))
}

/** What needs a person's eye comes first. */
const kindOrder: readonly StateKind[] = ['error', 'transition', 'running', 'unknown', 'stopped', 'deleted']

const created = perObject((instance: Instance) => parseTimestamp(instance.created_at))

/** The address to reach an instance by: its public one where it has one. */
export const addressOf = ({ public_ipv4: open, lan_ipv4: inside }: Instance): string | null => open ?? inside

/** So that 10.0.0.9 comes before 10.0.0.10. */
const sortableAddress = (instance: Instance): string | null =>
  addressOf(instance)
    ?.split('.')
    .map((part) => part.padStart(3, '0'))
    .join('.') ?? null

type Comparable = number | bigint | string | null
const sortValues: Record<SortKey, (instance: Instance) => readonly Comparable[]> = {
  name: () => [],
  state: ({ state }) => [kindOrder.indexOf(stateInfo(state).kind), stateInfo(state).word],
  size: (instance) => [instance.n_vcpus, instance.mem_gib, instance.disk_size_gib],
  ram: (instance) => [instance.mem_gib],
  disk: (instance) => [instance.disk_size_gib],
  hardware: (instance) => [hasGpu(instance) ? (gpuLabel(instance.gpu_model) ?? '') : null, instance.n_gpus],
  cost: (instance) => [hourlyCost(instance).now.known],
  age: (instance) => {
    const createdAt = created(instance)
    return [createdAt === null ? null : -createdAt]
  },
  owner: ({ owner_email: owner }) => [owner?.toLowerCase() ?? null],
  tier: ({ cpu_tier: tier }) => [tier],
  ip: (instance) => [sortableAddress(instance)],
  created: (instance) => [created(instance)],
}

const ascending = (a: Exclude<Comparable, null>, b: Exclude<Comparable, null>): number =>
  a < b ? -1 : a > b ? 1 : 0

/** What is unknown comes last, whichever way the rest is ordered. */
const compareValues = (a: readonly Comparable[], b: readonly Comparable[], direction: 1 | -1): number => {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index] ?? null
    const right = b[index] ?? null
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1
    } else if (left !== right) return direction * ascending(left, right)
  }
  return 0
}

/** An instance, and what it is ordered by: each is compared a dozen times. */
interface Keyed {
  instance: Instance
  values: readonly Comparable[]
}

const byName = (a: Instance, b: Instance): number =>
  compareNatural(a.name, b.name) || ascending(a.name, b.name) || ascending(a.uuid, b.uuid)

/** What lists were sorted to, for as long as something else holds them: instances have passwords, which a sign-out takes out of memory. */
const sortedOf = new WeakMap<readonly Instance[], { by: string; sorted: readonly Instance[] }>()
/** The list that was sorted last: the next reading is much like it. */
let last: WeakRef<readonly Instance[]> | undefined

/** Instances in the order of others, what is new at the end: to sort what is nearly sorted takes one look at each. */
const nearlySorted = (instances: readonly Instance[], sorted: readonly Instance[]): readonly Instance[] => {
  const now = new Set(instances)
  return [...new Set([...sorted, ...instances])].filter((one) => now.has(one))
}

/** The instances in the order asked for. Ties are settled by name, then uuid, so the order never depends on the service's. */
export const sortInstances = (
  instances: readonly Instance[],
  view: Pick<FleetView, 'sort' | 'order'>,
): readonly Instance[] => {
  const { sort, order } = sortingOf(view)
  const by = sort + order
  const known = sortedOf.get(instances)
  if (known?.by === by) return known.sorted
  const before = last?.deref()
  const like = before === undefined ? undefined : sortedOf.get(before)
  const direction = order === 'asc' ? 1 : -1
  const compare = (a: Keyed, b: Keyed) =>
    compareValues(a.values, b.values, direction) ||
    (sort === 'name' ? direction : 1) * byName(a.instance, b.instance)
  const sorted = nearlySorted(instances, like?.by === by ? like.sorted : [])
    .map((instance) => ({ instance, values: sortValues[sort](instance) }))
    .toSorted(compare)
    .map(({ instance }) => instance)
  sortedOf.set(instances, { by, sorted })
  last = new WeakRef(instances)
  return sorted
}

const byCost = (a: Instance, b: Instance): number =>
  compareValues(sortValues.cost(a), sortValues.cost(b), -1) || byName(a, b)

/** The first of the instances in the usual order; no list is sorted or remembered for it. */
export const dearest = (instances: readonly Instance[], most: number): Instance[] =>
  largest(instances, most, byCost)

/** A group of the fleet. */
export interface FleetGroup {
  key: string
  label: string
  instances: readonly Instance[]
}

const groupOf: Record<Exclude<GroupKey, 'none'>, (instance: Instance) => { key: string; label: string }> = {
  state: ({ state }) => ({ key: stateInfo(state).word, label: stateInfo(state).word }),
  flavor: ({ flavor }) => ({ key: flavor, label: flavorLabel(flavor) }),
  owner: ({ owner_email: owner }) => ({ key: owner ?? '', label: owner ?? 'No owner given' }),
}

/** The instances by group, in their order within each; groups by label. `none` is one group of all. */
export const groupInstances = (instances: readonly Instance[], group: GroupKey): FleetGroup[] => {
  if (group === 'none') return [{ key: 'all', label: 'All', instances }]
  const groups = new Map<string, { key: string; label: string; instances: Instance[] }>()
  for (const instance of instances) {
    const { key, label } = groupOf[group](instance)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, { key, label, instances: [instance] })
    else members.instances.push(instance)
  }
  return [...groups.values()].toSorted((a, b) => compareNatural(a.label, b.label))
}
