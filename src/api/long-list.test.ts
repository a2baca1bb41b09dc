import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { pageExample } from '#contract/instance.fixture.ts'
import { readInstanceList } from '#contract/instance.ts'

import { shareInstances } from './cache.ts'
import { createLongListReader } from './long-list.ts'

const openReader = () => {
  let rests = 0
  const read = createLongListReader(async () => {
    rests += 1
  })
  return { read, rests: () => rests }
}

const row = (uuid: string, fields: object = {}) => ({ ...pageExample, uuid, name: `vm-${uuid}`, ...fields })
const fleet = (count: number) => Array.from({ length: count }, (_, index) => row(`${index}`))

/** Rows that share their uuids, so that they come, change, move and go from one list to the next. */
const anyRow = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('running', 'exited'))
      .map(([uuid, state]) => row(uuid, { state })),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
)
const anySpace = fc.constantFrom('', ' ', '\n\t')
const anyText = fc
  .tuple(fc.array(anyRow, { maxLength: 8 }), anySpace, fc.boolean())
  .map(([rows, space, isSpread]) =>
    isSpread
      ? JSON.stringify(rows, null, 2)
      : `${space}[${space}${rows.map((one) => JSON.stringify(one)).join(`${space},${space}`)}${space}]${space}`,
  )

test('lists are read as they are all at once, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
      const { read } = openReader()
      for (const text of texts) expect(await read(text)).toEqual(readInstanceList(JSON.parse(text)))
    }),
  )
})

test('a text is refused wherever JSON.parse refuses it', async () => {
  const whole = JSON.stringify([row('a', { note: '[{"\\' }), row('b')])
  const { read } = openReader()
  await read(whole)
  for (let length = 0; length < whole.length; length += 1)
    await expect(read(whole.slice(0, length)), whole.slice(0, length)).rejects.toThrow()
  for (const text of ['[1,]', '[,1]', '[1 2]', '[1]]', '[1}', '{}', '"[]"', '[tru]', '[1],'])
    await expect(read(text), text).rejects.toThrow()
  expect((await read(whole)).instances).toHaveLength(2)
})

describe('of a long list', () => {
  test('one that says the same is the same object, also where it is spaced or ordered in another way', async () => {
    const { read } = openReader()
    const first = await read(JSON.stringify(fleet(3000)))
    expect(await read(JSON.stringify(fleet(3000)))).toBe(first)
    const turned = await read(JSON.stringify(fleet(3000).toReversed()))
    expect(new Set(turned.instances)).toEqual(new Set(first.instances))
    expect(turned.instances[0]).toBe(first.instances.at(-1))
  })

  test('only the row that changed is read anew, and what comes or goes takes no other along', async () => {
    const { read } = openReader()
    const rows = fleet(3000)
    const first = await read(JSON.stringify(rows))
    const changed = rows
      .with(2000, row('2000', { state: 'exited' }))
      .toSpliced(7, 1)
      .toSpliced(20, 0, row('new'))
    const second = await read(JSON.stringify(changed))
    const known = new Set(first.instances)
    expect(second.instances.filter((instance) => !known.has(instance)).map(({ uuid }) => uuid)).toEqual([
      'new',
      '2000',
    ])
    expect(second.instances).toHaveLength(3000)
    // What React Query then shares walks into no row that is the same.
    const shared: unknown = shareInstances(first, second)
    expect(shared).toEqual(second)
  })

  test('it is read in parts, with the browser let in between', async () => {
    const { read, rests } = openReader()
    await read(JSON.stringify(fleet(3000)))
    expect(rests()).toBeGreaterThan(1)
  })
})
