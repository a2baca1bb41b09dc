import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { sentieonNote } from './sentieon.ts'

const genomics = anInstance({ flavor: 'genomics', resource_type: 'container' })

test.each([
  [{}, 'the service does not tell how much'],
  [{ sentieon_hourly_cost_usd: 0.25 }, 'Sentieon costs $0.250 / h while it runs'],
  [{ hourly_cost_usd: 1.1 }, 'Sentieon costs $0.280 / h while it runs'],
  [{ hourly_cost_usd: 0.8 }, 'part of the service’s own total'],
  [{ currently_running_sentieon: false, sentieon_hourly_cost_usd: 0.25 }, 'not charged, now'],
  [{ state: 'exited' }, 'Sentieon is charged on top once it runs again'],
  [{ state: 'exited', sentieon_hourly_cost_usd: 0.25 }, 'Sentieon costs $0.250 / h once it runs again'],
])('a genomics instance with %o is warned of', (fields, words) => {
  expect(sentieonNote({ ...genomics, ...fields })).toContain(words)
})

test.each([{ flavor: 'plaingenomics' }, { state: 'error' }, { state: 'deleted' }])('%o is not', (fields) => {
  expect(sentieonNote({ ...genomics, ...fields })).toBeNull()
})
