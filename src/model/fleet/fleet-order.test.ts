import { expect, test } from 'vitest'

import { anInstance } from '../instance/instance.fixture.ts'
import { fleetSearch, type FleetView } from './fleet-search.ts'
import {
  addressOf,
  filterInstances,
  groupInstances,
  hasGpu,
  sortInstances,
  withoutDeleted,
} from './fleet-view.ts'

const named = (name: string, fields: Partial<ReturnType<typeof anInstance>>) =>
  anInstance({ uuid: name, name, ...fields })

test.each<[FleetView['sort'], Parameters<typeof named>[1][]]>([
  ['ram', [{ mem_gib: 4 }, { mem_gib: 16 }, { mem_gib: null }]],
  ['disk', [{ disk_size_gib: 50 }, { disk_size_gib: 100 }, { disk_size_gib: null }]],
  ['tier', [{ cpu_tier: 'general-purpose' }, { cpu_tier: 'high-performance' }, { cpu_tier: null }]],
  [
    'hardware',
    [
      { n_gpus: 1, gpu_model: null },
      { n_gpus: 1, gpu_model: 'rtx-4090' },
      { n_gpus: 1, gpu_model: 'RTX 5090' },
      { n_gpus: 2, gpu_model: 'rtx-5090' },
      { n_gpus: 0, gpu_model: 'RTX 4090' },
    ],
  ],
  ['owner', [{ owner_email: 'Ada@lab.example' }, { owner_email: 'bob@lab.example' }, { owner_email: null }]],
  [
    'ip',
    [
      { public_ipv4: '9.255.0.1' },
      { public_ipv4: null, lan_ipv4: '10.0.0.9' },
      { public_ipv4: '10.0.0.10', lan_ipv4: '1.1.1.1' },
      { public_ipv4: null, lan_ipv4: null },
    ],
  ],
])('by %s the smallest comes first, and the unknown last both ways', (sort, rows) => {
  // Named backwards, so that their names alone would order them the other way.
  const fleet = rows.map((fields, index) => named(`box-${9 - index}`, fields))
  expect(sortInstances(fleet.toReversed(), { sort, order: 'asc' })).toEqual(fleet)
  const known = fleet.slice(0, -1)
  expect(sortInstances(fleet, { sort, order: 'desc' })).toEqual([...known.toReversed(), ...fleet.slice(-1)])
})

test('an address is the public one where there is one', () => {
  expect(addressOf({ ...anInstance(), public_ipv4: '1.2.3.4', lan_ipv4: '10.0.0.1' })).toBe('1.2.3.4')
  expect(addressOf({ ...anInstance(), public_ipv4: null, lan_ipv4: '10.0.0.1' })).toBe('10.0.0.1')
})

test('a GPU is there by its count, and by its model where it is not counted', () => {
  const gpu = (n_gpus: number | null, gpu_model: string | null) => hasGpu(anInstance({ n_gpus, gpu_model }))
  expect([gpu(0, 'H200'), gpu(1, null), gpu(null, 'H200'), gpu(null, null)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a word of a search is never found across two fields or marks', () => {
  const one = named('atlas', { flavor: 'base', gpu_model: null })
  const annotations = new Map([['atlas', { locked: false, note: 'for', tags: ['paper', 'run'] }]])
  const find = (q: string) =>
    filterInstances([one], { ...fleetSearch.read(new URLSearchParams()), q }, annotations).length
  expect(['atlas base', 'for paper', 'run atlas'].map(find)).toEqual([1, 1, 1])
  expect(['atlasbase', 'forpaper', 'paperrun', 'null'].map(find)).toEqual([0, 0, 0, 0])
})

test('without the deleted ones the fleet is the rest of it', () => {
  const [a, b, gone] = [named('a', {}), named('b', { state: 'exited' }), named('c', { state: 'deleted' })]
  const view = { deleted: 'hide', state: [] } as const
  expect(withoutDeleted([a, gone, b], { ...view, state: [] })).toEqual([a, b])
})

test('each group has a key that stays and a label for people', () => {
  const fleet = [
    named('a', { flavor: 'rstudioserver', owner_email: null }),
    named('b', { flavor: 'jupyterlab', owner_email: 'ada@lab.example', state: 'exited' }),
  ]
  const groups = (by: Parameters<typeof groupInstances>[1]) =>
    groupInstances(fleet, by).map(({ key, label }) => [key, label])
  expect(groups('none')).toEqual([['all', 'All']])
  expect(groups('flavor')).toEqual([
    ['jupyterlab', 'JupyterLab'],
    ['rstudioserver', 'RStudio'],
  ])
  expect(groups('owner')).toEqual([
    ['ada@lab.example', 'ada@lab.example'],
    ['', 'No owner given'],
  ])
  expect(groups('state')).toEqual([
    ['Running', 'Running'],
    ['Stopped', 'Stopped'],
  ])
})
