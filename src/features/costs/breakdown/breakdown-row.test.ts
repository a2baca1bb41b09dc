import { expect, test } from 'vitest'

import { linkOf } from './breakdown-row.tsx'

test.each([
  ['instance', { key: 'a-uuid', label: 'rna-atlas' }, '/instances/rna-atlas'],
  ['flavor', { key: 'rgeospatial', label: 'RStudio geospatial' }, '/instances?flavor=rgeospatial'],
  ['owner', { key: 'ada@lab.example', label: 'ada@lab.example' }, '/instances?owner=ada%40lab.example'],
  ['owner', { key: '', label: 'No owner given' }, null],
  ['tag', { key: 'thesis', label: 'thesis' }, '/instances?tag=thesis'],
  ['tag', { key: '', label: 'No tag' }, null],
  ['state', { key: 'Stopped', label: 'Stopped' }, null],
  ['component', { key: 'gpu', label: 'GPU' }, null],
] as const)('by %s, %o leads to %s', (by, part, link) => {
  expect(linkOf(by, part)).toBe(link)
})
