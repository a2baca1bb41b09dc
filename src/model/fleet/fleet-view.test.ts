import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  fleetSearch,
  type FleetView,
  groupKeys,
  isFiltered,
  noFilters,
  sortingOf,
  sortKeys,
} from './fleet-search.ts'
import { facetWords } from './facet-words.ts'
import { filteredText } from './filtered-text.ts'
import { filterInstances, groupInstances, sortInstances, withoutDeleted } from './fleet-view.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'

const everything = fleetSearch.read(new URLSearchParams())
const atlas = anInstance({
  uuid: 'atlas-uuid',
  name: 'rna-atlas',
  resource_type: 'container',
  flavor: 'rstudioserver',
  cpu_tier: 'high-performance',
  lan_ipv4: '192.168.30.77',
  public_ipv4: null,
  owner_email: 'ada@lab.example',
  created_at: '2026-01-03T00:00:00Z',
  n_vcpus: 16,
})
const tune = anInstance({
  uuid: 'tune-uuid',
  name: 'llama-tune',
  state: 'idle',
  resource_type: 'container',
  n_gpus: 1,
  gpu_model: 'NVIDIA GeForce RTX 5090',
  owner_email: 'zoe@lab.example',
  created_at: null,
  n_vcpus: 24,
})
const box = anInstance({ uuid: 'box-uuid', name: 'box-10', state: 'shut_off' })
const box2 = anInstance({ uuid: 'box2-uuid', name: 'box-2', state: 'exited', n_vcpus: null })
const fleet = [atlas, tune, box, box2]

const found = (view: Partial<FleetView>): string[] =>
  filterInstances(fleet, { ...everything, ...view }).map(({ name }) => name)
const sorted = (sort: FleetView['sort'], order: FleetView['order'] = 'asc'): string[] =>
  sortInstances(fleet, { sort, order }).map(({ name }) => name)

describe('deleted instances', () => {
  const gone = anInstance({ uuid: 'gone-uuid', name: 'gone', state: 'deleted' })
  const seen = (view: Partial<FleetView>) =>
    withoutDeleted([...fleet, gone], { ...everything, ...view }).includes(gone)

  test('are hidden until they are asked for, or filtered by', () => {
    expect(seen({})).toBe(false)
    expect(seen({ deleted: 'show' })).toBe(true)
    expect(seen({ state: ['running'] })).toBe(false)
    expect(seen({ state: ['running', 'deleted'] })).toBe(true)
  })

  test('are no filter that somebody set', () => {
    expect(isFiltered({ ...everything, deleted: 'show' })).toBe(false)
    expect(isFiltered({ ...everything, app: 'yes' })).toBe(true)
  })
})

describe('addresses', () => {
  const orderOf = (address: string) => sortingOf(fleetSearch.read(new URLSearchParams(address)))

  test('without an order show the dearest first; one with an order keeps the way it went before', () => {
    expect(orderOf('')).toEqual({ sort: 'cost', order: 'desc' })
    expect(orderOf('sort=age')).toEqual({ sort: 'age', order: 'asc' })
    expect(orderOf('sort=cost')).toEqual({ sort: 'cost', order: 'asc' })
    expect(orderOf('sort=cost&order=desc')).toEqual({ sort: 'cost', order: 'desc' })
  })

  test('of other filters keep how the fleet is sorted and grouped', () => {
    const view = fleetSearch.read(new URLSearchParams('q=atlas&state=error&sort=age&group=owner'))
    expect(filteredText(view, { ...noFilters, gpu: 'yes' })).toBe('gpu=yes&sort=age&group=owner')
  })
})

describe('search', () => {
  test.each([
    ['atlas', ['rna-atlas']],
    ['RSTUDIO', ['rna-atlas']],
    ['rstudioserver', ['rna-atlas']],
    ['30.77', ['rna-atlas']],
    ['tune-uuid', ['llama-tune']],
    ['rtx 5090', ['llama-tune']],
    ['geforce', ['llama-tune']],
    ['exited', ['box-2']],
    ['stopped', ['box-10', 'box-2']],
    ['box stopped 2-u', ['box-2']],
    ['nothing like it', []],
  ])('“%s” finds %j', (q, names) => {
    expect(found({ q })).toEqual(names)
  })
})

describe('filters', () => {
  test('by state, the API’s word or the kind of it', () => {
    expect(found({ state: ['shut_off'] })).toEqual(['box-10'])
    expect(found({ state: ['stopped'] })).toEqual(['box-10', 'box-2'])
    expect(found({ state: ['running'] })).toEqual(['rna-atlas', 'llama-tune'])
    expect(found({ state: ['idle', 'exited'] })).toEqual(['llama-tune', 'box-2'])
  })

  test('by a web app that can be opened', () => {
    const open = anInstance({ ...atlas, uuid: 'open', name: 'open', webapp_url: 'https://open.example' })
    const stopped = anInstance({ ...open, uuid: 'stopped', state: 'exited' })
    const without = anInstance({ ...open, uuid: 'without', webapp_url: null })
    expect(filterInstances([open, stopped, without], { ...everything, app: 'yes' })).toEqual([open])
  })

  test('by type, flavor, tier, GPU and owner, all at once', () => {
    expect(found({ type: ['container'] })).toEqual(['rna-atlas', 'llama-tune'])
    expect(found({ flavor: ['rstudioserver', 'marimo'] })).toEqual(['rna-atlas'])
    expect(found({ tier: ['high-performance'] })).toEqual(['rna-atlas'])
    expect(found({ gpu: 'yes' })).toEqual(['llama-tune'])
    expect(found({ gpu: 'no' })).toEqual(['rna-atlas', 'box-10', 'box-2'])
    expect(found({ owner: ['zoe@lab.example'] })).toEqual(['llama-tune'])
    expect(found({ type: ['container'], gpu: 'no', owner: ['zoe@lab.example'] })).toEqual([])
  })
})

describe('marks of this browser', () => {
  const annotations = new Map([
    ['atlas-uuid', { locked: true, note: 'For the Nature paper', tags: ['paper', 'gpu run'] }],
    ['box-uuid', { locked: false, note: '', tags: ['spare'] }],
  ])
  const marked = (view: Partial<FleetView>): string[] =>
    filterInstances(fleet, { ...everything, ...view }, annotations).map(({ name }) => name)

  test.each([
    ['nature', ['rna-atlas']],
    ['PAPER rstudio', ['rna-atlas']],
    ['spare', ['box-10']],
    ['gpu run', ['rna-atlas']],
  ])('“%s” is looked for in notes and tags too', (q, names) => {
    expect(marked({ q })).toEqual(names)
    expect(found({ q })).toEqual([])
  })

  test('filter by tag', () => {
    expect(marked({ tag: ['spare', 'gpu run'] })).toEqual(['rna-atlas', 'box-10'])
    expect(marked({ tag: ['gone'] })).toEqual([])
    expect(marked({ tag: ['spare'], state: ['running'] })).toEqual([])
  })
})

describe('order', () => {
  test('of names is natural', () => {
    expect(sorted('name')).toEqual(['box-2', 'box-10', 'llama-tune', 'rna-atlas'])
    expect(sorted('name', 'desc')).toEqual(['rna-atlas', 'llama-tune', 'box-10', 'box-2'])
  })

  test('of states puts what needs an eye first, ties by name', () => {
    expect(sorted('state')).toEqual(['llama-tune', 'rna-atlas', 'box-2', 'box-10'])
  })

  test('of sizes and ages leaves the unknown last, both ways', () => {
    expect(sorted('size')).toEqual(['box-10', 'rna-atlas', 'llama-tune', 'box-2'])
    expect(sorted('size', 'desc')).toEqual(['llama-tune', 'rna-atlas', 'box-10', 'box-2'])
    expect(sorted('age')).toEqual(['rna-atlas', 'box-2', 'box-10', 'llama-tune'])
    expect(sorted('age', 'desc')).toEqual(['box-2', 'box-10', 'rna-atlas', 'llama-tune'])
  })

  test('of owners, addresses and dates too; addresses by their numbers', () => {
    expect(sorted('owner')).toEqual(['rna-atlas', 'llama-tune', 'box-2', 'box-10'])
    expect(sorted('created')).toEqual(['box-2', 'box-10', 'rna-atlas', 'llama-tune'])
    const hosts = ['10.0.0.10', '10.0.0.9', '9.255.0.1'].map((ip) =>
      anInstance({ uuid: ip, name: ip, public_ipv4: ip }),
    )
    expect(sortInstances(hosts, { sort: 'ip', order: 'asc' }).map(({ name }) => name)).toEqual([
      '9.255.0.1',
      '10.0.0.9',
      '10.0.0.10',
    ])
  })

  test('of costs is that of the price now', () => {
    expect(sorted('cost', 'desc')).toEqual(['llama-tune', 'rna-atlas', 'box-2', 'box-10'])
  })

  test('does not depend on the order the service answers in, and loses nobody', () => {
    const distinct = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })
    const by = fc.record({
      sort: fc.constantFrom(...sortKeys),
      order: fc.constantFrom('asc' as const, 'desc' as const),
    })
    fc.assert(
      fc.property(distinct, by, (instances, view) => {
        const order = sortInstances(instances, view)
        expect(sortInstances(instances.toReversed(), view)).toEqual(order)
        expect(new Set(order)).toEqual(new Set(instances))
        // Of the next reading, most of which is the same, only what is new has to find its place.
        const next = instances.slice(1).map((one, index) => (index === 1 ? structuredClone(one) : one))
        const nearly = sortInstances(next, view)
        sortInstances([], { ...view, sort: view.sort === 'ip' ? 'name' : 'ip' })
        expect(sortInstances(next, view)).toEqual(nearly)
      }),
    )
  })
})

describe('groups', () => {
  test('have a label', () => {
    const groups = groupInstances(fleet, 'state')
    expect(groups.map(({ label, instances }) => [label, instances.length])).toEqual([
      ['Idle', 1],
      ['Running', 1],
      ['Stopped', 2],
    ])
    expect(groupInstances(fleet, 'owner').map(({ label }) => label)).toEqual([
      'ada@lab.example',
      'No owner given',
      'zoe@lab.example',
    ])
  })

  test('hold every instance once, in the order given', () => {
    fc.assert(
      fc.property(fc.array(anyInstance), fc.constantFrom(...groupKeys), (instances, key) => {
        const groups = groupInstances(instances, key)
        expect(groups.flatMap((group) => group.instances)).toHaveLength(instances.length)
        for (const group of groups)
          expect(instances.filter((instance) => group.instances.includes(instance))).toEqual(group.instances)
      }),
    )
  })
})

test('a facet offers the known words, those seen, and those filtered by', () => {
  expect(facetWords(['running', 'error'], ['idle', null, 'running'], ['gone', 'error'])).toEqual([
    'running',
    'error',
    'gone',
    'idle',
  ])
})
