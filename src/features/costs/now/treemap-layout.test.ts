import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sum } from '#lib/money.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'
import { hourlyCost } from '#model/pricing/cost.ts'

import { mostTiles, others, placeTiles, tilesOf } from './treemap-layout.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anInstance({ uuid: `u${index}`, name: `n${index}`, n_vcpus: index + 1 }),
  )

test('the dearest comes first, and what costs nothing or an unknown amount has no tile', () => {
  const unpriced = { vcpu_cost_hourly_usd: null, ram_cost_hourly_usd: null, storage_cost_hourly_usd: null }
  const tiles = tilesOf([
    anInstance({ uuid: 'failed', state: 'error' }),
    anInstance({ uuid: 'unpriced', ...unpriced }),
    anInstance({ uuid: 'stopped', state: 'shut_off' }),
    anInstance({ uuid: 'running' }),
  ])
  expect(tiles.map(({ key }) => key)).toEqual(['running', 'stopped'])
})

test('none, one and three hundred', () => {
  expect(placeTiles(tilesOf([]), 1.6)).toEqual([])
  expect(placeTiles(tilesOf(many(1)), 1.6)).toMatchObject([{ key: 'u0', x: 0, y: 0, width: 1, height: 1 }])
  const tiles = tilesOf(many(300))
  expect(tiles).toHaveLength(mostTiles)
  expect(tiles.at(-1)).toMatchObject({ key: others, count: 241 })
  expect(tilesOf(many(mostTiles)).at(-1)).toMatchObject({ count: 1 })
})

test('the tiles hold the whole cost, and each has the part of the picture that it has of the cost', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid, maxLength: 90 }),
      fc.double({ min: 0.6, max: 5, noNaN: true }),
      (instances, ratio) => {
        const placed = placeTiles(tilesOf(instances), ratio)
        const priced = instances.map((one) => hourlyCost(one).now.known).filter((known) => known > 0n)
        const total = sum(priced)
        expect(sum(placed.map(({ known }) => known))).toBe(total)
        expect(placed.reduce((all, { count }) => all + count, 0)).toBe(priced.length)
        for (const { x, y, width, height, known } of placed) {
          expect(width * height).toBeCloseTo(Number(known) / Number(total), 6)
          for (const edge of [x, y, x + width, y + height]) {
            expect(edge).toBeGreaterThanOrEqual(-1e-9)
            expect(edge).toBeLessThanOrEqual(1 + 1e-9)
          }
        }
      },
    ),
  )
})
