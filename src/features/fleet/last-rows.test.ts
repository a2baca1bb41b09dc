import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { mostLastRows } from '#storage/last-fleet.ts'

import { lastFleetOf } from './last-rows.ts'

const plain = { density: 'comfortable', columns: null } as const
const many = Array.from({ length: 40 }, (_, index) =>
  anInstance({
    uuid: `u-${index}`,
    name: `box-${index}`,
    lan_ipv4: '10.1.2.3',
    public_ipv4: '203.0.113.9',
    owner_email: 'someone@lab.example',
    original_ccloud_password: 'first-password',
    ssh_command: 'ssh -p 2222 someone@host.example',
    webapp_url: 'https://token.example',
  }),
)

test('a screen of rows is kept, without an address, an owner or a password', () => {
  const fleet = lastFleetOf(many, plain)
  expect(fleet?.rows).toHaveLength(mostLastRows)
  const text = JSON.stringify(fleet)
  for (const secret of ['10.1.2.3', '203.0.113', 'someone', 'first-password', 'ssh', 'token', 'u-1'])
    expect(text).not.toContain(secret)
  expect(text.length).toBeLessThan(10_000)
})

test('the dearest come first, those of a price by name; deleted ones are left out', () => {
  const priced = (name: string, cost: number, state = 'running') =>
    anInstance({ uuid: name, name, state, vcpu_cost_hourly_usd: cost, hourly_cost_usd: null })
  const fleet = lastFleetOf(
    [priced('b', 0.1), priced('gone', 9, 'deleted'), priced('a', 0.1), priced('dear', 2)],
    plain,
  )
  expect(fleet?.rows.map(({ nameStart }) => nameStart)).toEqual(['dear', 'a', 'b'])
})

test('it is drawn as chosen', () => {
  const fleet = lastFleetOf(many, { density: 'compact', columns: ['state'] })
  expect(fleet?.isCompact).toBe(true)
  expect(fleet?.columns.map(({ key }) => key)).toEqual(['select', 'name', 'state', 'actions'])
})

test('what no cell could show is cut', () => {
  const long = anInstance({ name: `${'x'.repeat(99)}\u{1F600}${'y'.repeat(5000)}`, flavor: 'z'.repeat(5000) })
  const fleet = lastFleetOf([long], plain)
  expect(fleet?.rows[0]?.nameStart).toBe('x'.repeat(99))
  expect(fleet?.rows[0]?.nameEnd).toBe('y'.repeat(9))
})

test('of an empty fleet nothing is kept', () => {
  expect(lastFleetOf([], plain)).toBeNull()
})
